package org.bihuan.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One invented day at the desk, in time order: who rang or came, with what, and how it went on. */
record DayScript(Community community, LocalDate date, List<Entry> entries) {

    /** The estate of the day. */
    record Community(String name, String timeZone) {}

    /**
     * One call, visit or message. {@code crew} is the trade of who does the work, null when the desk answers by
     * itself.
     */
    record Entry(
            OffsetDateTime at,
            String channel,
            @Nullable Integer ringSeconds,
            Caller caller,
            String kind,
            String categoryCode,
            String priority,
            String description,
            Location location,
            @Nullable String crew,
            Course path,
            @Nullable List<Attempt> followUp) {

        LocalTime time() {
            return at.toLocalTime();
        }

        List<Attempt> attempts() {
            return followUp == null ? List.of() : followUp;
        }
    }

    /** Who it was; without a unit code, somebody whom nobody knows. */
    record Caller(String name, String phone, @Nullable String unitCode) {}

    /** Where the matter is, as far as the caller said. */
    record Location(@Nullable String unitCode, @Nullable String position) {}

    /** How a matter goes on after it was registered. */
    enum Course {
        DESK,
        DONE,
        DECLINED,
        HELD,
        REFER,
        CANCEL,
        OPEN
    }

    /** One try to ring back; the verdict only where somebody was reached. */
    record Attempt(
            String outcome,
            @Nullable String resolved,
            @Nullable Integer satisfaction) {}

    static DayScript load() {
        try (InputStream stream = Json.resource("a-day-at-the-desk.json")) {
            return Json.MAPPER.readValue(stream, DayScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many technicians each trade needs: one, and a second where the first declines. In the order of the day. */
    Map<String, Integer> technicians() {
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.crew() != null) {
                needed.merge(entry.crew(), entry.path() == Course.DECLINED ? 2 : 1, Math::max);
            }
        }
        return needed;
    }

    /**
     * The known caller who is heard of most often, the earliest of them: the one whose portal has something to
     * show.
     */
    Caller mostFrequentResident() {
        Map<Caller, Long> counts = entries.stream()
                .map(Entry::caller)
                .filter(caller -> Objects.nonNull(caller.unitCode()))
                .collect(Collectors.groupingBy(caller -> caller, LinkedHashMap::new, Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return counts.keySet().stream()
                .filter(caller -> Objects.equals(counts.get(caller), most))
                .findFirst()
                .orElseThrow();
    }
}
