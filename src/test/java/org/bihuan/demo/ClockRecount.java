package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of each clock of an order, told anew from nothing but its timeline. */
final class ClockRecount {
    private static final Set<String> ROUND_STARTS = Set.of("REGISTER", "REOPEN");

    private final JsonNode order;
    private final List<JsonNode> round;

    /** @param timeline all of it, in order */
    ClockRecount(JsonNode order, List<JsonNode> timeline) {
        this.order = order;
        int start = 0;
        for (int i = 0; i < timeline.size(); i++) {
            start = ROUND_STARTS.contains(type(timeline.get(i))) ? i : start;
        }
        this.round = timeline.subList(start, timeline.size());
    }

    private static String type(JsonNode line) {
        return line.get("type").asText();
    }

    /** Empty when the clocks say what the timeline says. */
    List<String> contradictions(Instant now) {
        List<String> found = new ArrayList<>();
        for (JsonNode clock : order.get("clocks")) {
            String expected = expected(clock, now);
            if (!clock.get("state").asText().equals(expected)) {
                found.add(expected + " by the timeline: " + clock);
            }
            if (expected.equals("OVERDUE") && !isAnnounced(clock)) {
                found.add("passed in silence: " + clock);
            }
        }
        return found;
    }

    private String expected(JsonNode clock, Instant now) {
        Instant due = Instant.parse(clock.get("dueAt").asText());
        Optional<Instant> met = met(clock.get("name").asText());
        if (met.isPresent()) {
            boolean told = clock.hasNonNull("metAt") && toTheSecond(clock.get("metAt"), met.get());
            return told ? met.get().isAfter(due) ? "MISSED" : "MET" : "met at " + met.get();
        }
        if (Set.of("CANCELLED", "CLOSED").contains(order.get("status").asText())) {
            return "STOPPED";
        }
        return now.isAfter(due) ? "OVERDUE" : "RUNNING";
    }

    /** The line is written a moment after the clock is met. */
    private static boolean toTheSecond(JsonNode metAt, Instant line) {
        Duration apart = Duration.between(Instant.parse(metAt.asText()), line);
        return apart.abs().compareTo(Duration.ofSeconds(1)) < 0;
    }

    /** By the first line that ends the clock after the last one that began it. */
    private Optional<Instant> met(String clock) {
        Optional<Instant> met = Optional.empty();
        for (JsonNode line : round) {
            if (starts(clock).contains(type(line))) {
                met = Optional.empty();
            } else if (met.isEmpty() && ends(clock, line)) {
                met = Optional.of(Instant.parse(line.get("at").asText()));
            }
        }
        return met;
    }

    private static Set<String> starts(String clock) {
        return switch (clock) {
            case "DISPATCH" -> Set.of("REGISTER", "REOPEN", "DECLINE", "RECALL");
            case "ACCEPT" -> Set.of("DISPATCH");
            case "FOLLOW_UP" -> Set.of("COMPLETE", "REFER");
            default -> ROUND_STARTS;
        };
    }

    private static boolean ends(String clock, JsonNode line) {
        boolean done = Set.of("COMPLETE", "REFER").contains(type(line));
        return switch (clock) {
            case "DISPATCH", "ACCEPT" -> done || type(line).equals(clock);
            case "ARRIVE" -> done || type(line).equals("START");
            case "FINISH" -> done;
            case "FIRST_ANSWER" -> done || (type(line).equals("NOTE") && isPublicWordOfStaff(line));
            case "FOLLOW_UP" ->
                type(line).equals("CLOSE") && !line.get("reason").asText().equals("WAIVED");
            default -> throw new IllegalArgumentException(clock);
        };
    }

    private static boolean isPublicWordOfStaff(JsonNode line) {
        return line.get("visibility").asText().equals("PUBLIC")
                && !line.at("/actor/role").asText().equals("OWNER");
    }

    private boolean isAnnounced(JsonNode clock) {
        return round.stream()
                .filter(line -> Set.of("CLOCK_BREACHED", "CLOCK_ESCALATED").contains(type(line)))
                .anyMatch(line -> line.at("/data/clock").equals(clock.get("name"))
                        && line.at("/data/dueAt").equals(clock.get("dueAt")));
    }
}
