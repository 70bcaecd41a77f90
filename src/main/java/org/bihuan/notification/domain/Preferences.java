package org.bihuan.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.bihuan.notification.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wishes to be told.
 *
 * @param choices only those that are not as usual
 * @param digestAt when the one mail a day goes out
 */
record Preferences(
        Map<MessageKind, Choice> choices, @Nullable QuietHours quietHours, LocalTime digestAt, ZoneId zone) {
    /** House rule: before the desk opens, so that the day begins with it. */
    static final LocalTime DIGEST_AT = LocalTime.of(8, 30);

    /** Where nobody says otherwise. */
    static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    /** A digest that is about to be put together may already have looked. */
    private static final Duration TOO_CLOSE = Duration.ofMinutes(2);

    static Preferences usual(ZoneId zone) {
        return new Preferences(Map.of(), null, DIGEST_AT, zone);
    }

    static Choice usual(MessageKind kind) {
        return kind.canWait() ? Choice.DIGEST : Choice.MAIL;
    }

    Choice choice(MessageKind kind) {
        return choices.getOrDefault(kind, usual(kind));
    }

    /** The day of the next digest that something written now is still in. */
    LocalDate digestDay(Instant now) {
        Instant reachable = now.plus(TOO_CLOSE);
        LocalDate today = LocalDate.ofInstant(reachable, zone);
        return digestTime(today).isBefore(reachable) ? today.plusDays(1) : today;
    }

    Instant digestTime(LocalDate day) {
        return day.atTime(digestAt).atZone(zone).toInstant();
    }

    /** Now, or when the quiet ends. */
    Instant notDisturbing(Instant now) {
        return quietHours == null ? now : quietHours.atOrAfter(now, zone);
    }
}
