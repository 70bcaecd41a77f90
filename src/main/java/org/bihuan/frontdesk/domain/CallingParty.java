package org.bihuan.frontdesk.domain;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who turned to the desk, as it was known then; any part may be missing.
 *
 * @param phone in E.164
 * @param unitCode as it was then
 */
@Embeddable
public record CallingParty(
        @Nullable UUID residentId,
        @Nullable String callerName,
        @Nullable String phone,
        @Nullable UUID unitId,
        @Nullable String unitCode) {
    static final CallingParty NOBODY = new CallingParty(null, null, null, null, null);
}
