package org.bihuan.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random zones, hours, weeks, holidays and instants, many of them close to clock changes. */
public final class Moments {
    private static final Instant BEGIN = Instant.parse("2008-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");

    /** St John's changed its clocks a minute past midnight, Havana at midnight; Apia left out a whole day. */
    private static final List<String> ZONES = List.of(
            "Asia/Shanghai",
            "Asia/Urumqi",
            "America/New_York",
            "Europe/Berlin",
            "Australia/Lord_Howe",
            "UTC",
            "America/St_Johns",
            "America/Havana",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "America/Nuuk",
            "Pacific/Apia");

    private Moments() {}

    /** Something to check with the instant from which it is asked. */
    public record Moment(ClockRecount recount, Instant at) {}

    /** Every day is open, as it is for calls. */
    static Arbitrary<Moment> anyDay() {
        return moments(Arbitraries.just(EnumSet.allOf(DayOfWeek.class)), Arbitraries.just(Map.of()));
    }

    public static Arbitrary<Moment> workingDays() {
        Arbitrary<Map<Integer, Boolean>> exceptions = Arbitraries.maps(
                        Arbitraries.integers().between(-2, 12), Arbitraries.of(true, false))
                .ofMaxSize(5);
        Arbitrary<Set<DayOfWeek>> weekly = Arbitraries.of(DayOfWeek.class).set().ofMinSize(2);
        return moments(weekly, exceptions);
    }

    static Arbitrary<Duration> durations(Duration longest) {
        return Arbitraries.longs()
                .between(0, longest.toSeconds())
                .flatMap(seconds -> Arbitraries.of(0L, 1L, 999_999_999L)
                        .map(nanos -> Duration.ofSeconds(seconds, seconds % 7 == 0 ? nanos : 0)));
    }

    private static Arbitrary<Moment> moments(
            Arbitrary<? extends Set<DayOfWeek>> weekly, Arbitrary<? extends Map<Integer, Boolean>> exceptions) {
        return Arbitraries.of(ZONES)
                .map(ZoneId::of)
                .flatMap(zone -> Combinators.combine(instants(zone), spans(), weekly, exceptions)
                        .as((at, spans, week, days) ->
                                new Moment(new ClockRecount(zone, spans, week, dated(zone, at, days)), at)));
    }

    private static Map<LocalDate, Boolean> dated(ZoneId zone, Instant at, Map<Integer, Boolean> days) {
        Map<LocalDate, Boolean> dated = new HashMap<>();
        days.forEach((day, working) -> dated.put(LocalDate.ofInstant(at, zone).plusDays(day), working));
        return dated;
    }

    /** One to three spans, half an hour or more together, on odd minutes or on half hours, where clocks change. */
    private static Arbitrary<List<int[]>> spans() {
        return Arbitraries.of(1, 30)
                .flatMap(grid -> Arbitraries.of(2, 2, 4, 4, 6)
                        .flatMap(size -> Arbitraries.integers()
                                .between(0, 1440 / grid)
                                .map(step -> step * grid)
                                .set()
                                .ofSize(size))
                        .map(Moments::paired)
                        .filter(spans -> spans.stream()
                                        .mapToInt(span -> span[1] - span[0])
                                        .sum()
                                >= 30));
    }

    private static List<int[]> paired(Set<Integer> minutes) {
        List<Integer> sorted = minutes.stream().sorted().toList();
        return IntStream.range(0, sorted.size() / 2)
                .mapToObj(i -> new int[] {sorted.get(2 * i), sorted.get(2 * i + 1)})
                .toList();
    }

    private static Arbitrary<Instant> instants(ZoneId zone) {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(BEGIN.getEpochSecond(), END.getEpochSecond())
                .map(Instant::ofEpochSecond);
        Arbitrary<Long> aside = Arbitraries.longs().between(-48 * 3600L, 24 * 3600L);
        Arbitrary<Instant> nearChange = Combinators.combine(any, aside).as((at, seconds) -> {
            var change = zone.getRules().nextTransition(at);
            return (change == null ? at : change.getInstant()).plusSeconds(seconds);
        });
        return Arbitraries.oneOf(any, nearChange)
                .flatMap(at -> Arbitraries.of(0L, 0L, 123_456_789L).map(at::plusNanos));
    }
}
