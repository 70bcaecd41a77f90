package org.bihuan.workorder.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.UUID;
import org.bihuan.workorder.Material;
import org.bihuan.workorder.ResolutionCode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * How a matter was dealt with.
 *
 * @param workedBy who did the work, and so may not verify it; nobody of ours when it was referred
 */
@Embeddable
record Resolution(
        @Enumerated(EnumType.STRING) ResolutionCode code,
        String text,
        @Nullable String cause,
        @Nullable Integer labourMinutes,
        @JdbcTypeCode(SqlTypes.JSON) List<Material> materials,
        @Nullable String referredTo,
        @Nullable UUID workedBy) {}
