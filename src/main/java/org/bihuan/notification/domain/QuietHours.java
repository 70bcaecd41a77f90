package org.bihuan.notification.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When somebody does not wish to be disturbed, on every day.
 *
 * @param from the first quiet minute
 * @param to the end, which is no longer quiet; before {@code from} when it is on the next day
 */
record QuietHours(LocalTime from, LocalTime to) {
    /** The instant itself when it is not quiet then, else the end of the quiet. */
    Instant atOrAfter(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        LocalTime time = local.toLocalTime();
        boolean overnight = to.isBefore(from);
        boolean sinceEvening = !time.isBefore(from);
        boolean untilMorning = time.isBefore(to);
        boolean quiet = overnight ? sinceEvening || untilMorning : sinceEvening && untilMorning;
        if (!quiet) {
            return instant;
        }
        boolean tomorrow = overnight && sinceEvening;
        Instant end = local.toLocalDate()
                .plusDays(tomorrow ? 1 : 0)
                .atTime(to)
                .atZone(zone)
                .toInstant();
        return end.isAfter(instant) ? end : instant;
    }
}
