package org.bihuan.catalogue;

/** Who must act and pay. */
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
