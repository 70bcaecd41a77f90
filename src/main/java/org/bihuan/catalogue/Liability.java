package org.bihuan.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who must act and pay. */
@Schema(name = "LiabilityCode")
public enum Liability {
    DEVELOPER_WARRANTY,
    /** Common parts, in the running property fee. */
    PROPERTY_FEE,
    /** Common parts, from the fund that the owners of a building saved up for large repairs. */
    MAINTENANCE_FUND,
    OWNER_PAID,
    UTILITY,
    THIRD_PARTY,
    OUT_OF_SCOPE
}
