package org.bihuan.followup.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What whoever was reached said.
 *
 * @param satisfaction from 1, very dissatisfied, to 5, very satisfied
 * @param comment in their words
 */
@Embeddable
@Schema(name = "Verdict")
public record Verdict(
        @NotNull @Enumerated(EnumType.STRING) Resolved resolved,
        @NotNull @Min(1) @Max(5) Integer satisfaction,
        @Size(max = 2000) @Nullable String comment) {
    /** domain.md, The follow-up: fixed, with satisfaction 1 or 2, tells the manager. */
    private static final int DISSATISFIED = 2;

    boolean isResolved() {
        return resolved == Resolved.YES;
    }

    boolean isResolvedButUnhappy() {
        return isResolved() && satisfaction <= DISSATISFIED;
    }
}
