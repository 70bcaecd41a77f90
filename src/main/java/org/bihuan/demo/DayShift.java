package org.bihuan.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.bihuan.demo.DayScript.Entry;

/** The script's day moved to one that has just passed: nobody can have rung in the future. */
record DayShift(LocalDate day, ZoneId zone) {

    /** Today where the estate is when its last call has already come in, else yesterday. */
    static DayShift latest(DayScript script, ZoneId zone, InstantSource clock) {
        Instant now = clock.instant();
        LocalTime last = script.entries().stream()
                .map(Entry::time)
                .max(LocalTime::compareTo)
                .orElseThrow();
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean over = !today.atTime(last).atZone(zone).toInstant().isAfter(now);
        return new DayShift(over ? today : today.minusDays(1), zone);
    }

    Instant startedAt(Entry entry) {
        return day.atTime(entry.time()).atZone(zone).toInstant();
    }
}
