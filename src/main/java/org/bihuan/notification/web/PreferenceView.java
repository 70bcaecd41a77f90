package org.bihuan.notification.web;

import java.util.Map;
import org.bihuan.notification.domain.Choice;
import org.bihuan.notification.domain.PreferenceDetails;
import org.bihuan.notification.domain.PreferenceService;
import org.bihuan.shared.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How somebody is told, over the wire. */
@Schema(name = "NotificationPreferences")
record PreferenceView(
        @Nullable String email,
        Map<String, Choice> kinds,
        PreferenceDetails.@Nullable Quiet quietHours,
        String digestAt,
        String timeZone,
        long version)
        implements Versioned {
    static PreferenceView of(PreferenceService.Present present) {
        PreferenceDetails details = present.details();
        return new PreferenceView(
                details.email(),
                details.kinds(),
                details.quietHours(),
                details.digestAt(),
                details.timeZone(),
                present.version());
    }
}
