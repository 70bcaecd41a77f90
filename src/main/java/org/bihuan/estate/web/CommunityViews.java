package org.bihuan.estate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.estate.domain.Community;
import org.bihuan.estate.domain.CommunityDetails;
import org.bihuan.estate.domain.Hours;
import org.bihuan.estate.domain.ZoneName;
import org.bihuan.shared.SingleLine;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Communities over the wire. */
final class CommunityViews {
    private static final String HOURS = "Spans of the local day in order, e.g. 09:00-12:00,14:00-20:00";

    private CommunityViews() {}

    @Schema(name = "NewCommunity")
    record NewCommunity(
            @NotBlank @Size(max = 100) @SingleLine String name,

            @Schema(description = "Of the IANA database", examples = "Asia/Shanghai") @NotNull @ZoneName
            String timeZone,

            @Size(max = 300) @SingleLine @Nullable String address,

            @Schema(description = HOURS, defaultValue = "09:00-12:00,14:00-20:00") @Hours @Nullable
            String callingHours,

            @Schema(description = HOURS, defaultValue = "08:30-18:00") @Hours @Nullable
            String workingHours,

            @Schema(description = "Monday to Friday unless told otherwise; /calendar says which dates differ")
            @Size(min = 1)
            @Nullable
            Set<@NotNull DayOfWeek> workingDays) {
        CommunityDetails details() {
            return new CommunityDetails(
                    name,
                    timeZone,
                    address,
                    Objects.requireNonNullElse(callingHours, CommunityDetails.CALLING_HOURS),
                    Objects.requireNonNullElse(workingHours, CommunityDetails.WORKING_HOURS),
                    Objects.requireNonNullElse(workingDays, CommunityDetails.WORKING_DAYS));
        }
    }

    @Schema(name = "Community")
    record View(
            UUID id,
            String name,
            String timeZone,
            @Nullable String address,
            String callingHours,
            String workingHours,
            List<DayOfWeek> workingDays,
            Instant createdAt,
            Instant updatedAt,
            long version)
            implements Versioned {
        static View of(Community community) {
            return new View(
                    community.id(),
                    community.name(),
                    community.zone().getId(),
                    community.address(),
                    community.callingHours(),
                    community.workingHours(),
                    List.copyOf(community.workingDays()),
                    community.createdAt(),
                    community.updatedAt(),
                    community.version());
        }
    }
}
