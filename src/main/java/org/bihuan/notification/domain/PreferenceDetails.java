package org.bihuan.notification.domain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.bihuan.shared.MailAddress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody may change about how they are told. */
@Schema(name = "NotificationPreferencesDetails")
public record PreferenceDetails(
        @MailAddress @Nullable String email,

        @Schema(description = "By kind of message; taking one out makes it as usual") @NotNull
        Map<String, @NotNull Choice> kinds,

        @Valid @Nullable Quiet quietHours,

        @Schema(description = "When the one mail a day with what could wait goes out") @NotNull @Pattern(regexp = TIME)
        String digestAt,

        @Schema(description = "Of these times, by its name in the IANA database") @NotNull
        String timeZone) {
    public static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** From when to when nothing is sent that is not pressing; past midnight when it ends before it begins. */
    @Schema(name = "QuietHours")
    public record Quiet(
            @NotNull @Pattern(regexp = TIME) String from,
            @NotNull @Pattern(regexp = TIME) String to) {}
}
