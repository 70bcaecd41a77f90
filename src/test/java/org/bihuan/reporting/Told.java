package org.bihuan.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One order as its timeline tells it: nothing here comes from what the order itself remembers, but what it is about. */
record Told(JsonNode order, List<Line> lines, List<JsonNode> followUps) {
    private static final Set<String> CLOCKS_OF_THE_WORK =
            Set.of("DISPATCH", "ACCEPT", "ARRIVE", "FIRST_ANSWER", "FINISH");

    /** A line of the timeline. */
    record Line(int seq, Instant at, String type, int round, JsonNode row) {
        static Line of(JsonNode row) {
            return new Line(
                    row.path("seq").asInt(),
                    Instant.parse(row.path("at").asText()),
                    row.path("type").asText(),
                    row.path("round").asInt(),
                    row);
        }

        boolean is(String... types) {
            return List.of(types).contains(type);
        }
    }

    /** @param ended when it was given up, by the line that says so; null while it runs, or when it was met */
    record Clock(
            String name,
            int round,
            Instant started,
            Instant due,
            @Nullable Instant met,
            @Nullable Instant ended,
            JsonNode pauses) {}

    String id() {
        return order.path("id").asText();
    }

    Instant registered() {
        return lines.getFirst().at();
    }

    int rounds() {
        return 1 + (int) lines.stream().filter(line -> line.is("REOPEN")).count();
    }

    Stream<Line> of(int round, String... types) {
        return lines.stream().filter(line -> line.round() == round && line.is(types));
    }

    @Nullable
    Instant first(int round, String... types) {
        return of(round, types).map(Line::at).findFirst().orElse(null);
    }

    @Nullable
    Instant last(int round, String... types) {
        return of(round, types).map(Line::at).reduce((one, other) -> other).orElse(null);
    }

    Instant began(int round) {
        Instant reopened = round == 1 ? null : first(round - 1, "REOPEN");
        return reopened == null ? registered() : reopened;
    }

    String status() {
        return lines.stream()
                .map(line -> line.row().path("to_status").asText("null"))
                .filter(status -> !status.equals("null"))
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** Whose it is now. */
    @Nullable
    String assignee() {
        String assignee = null;
        for (Line line : lines) {
            if (line.is("DISPATCH")) {
                assignee = line.row().at("/data/assigneeId").asText();
            } else if (line.is("DECLINE", "RECALL", "REOPEN")) {
                assignee = null;
            }
        }
        return assignee;
    }

    @Nullable
    String lastAsked(int round, Instant until) {
        return of(round, "DISPATCH")
                .filter(line -> !line.at().isAfter(until))
                .map(line -> line.row().at("/data/assigneeId").asText())
                .reduce((one, other) -> other)
                .orElse(null);
    }

    @Nullable
    String resolution(int round) {
        return of(round, "COMPLETE", "REFER")
                .map(line -> line.row().at("/data/resolution/code").asText())
                .findFirst()
                .orElse(null);
    }

    @Nullable
    JsonNode followUp(int round) {
        return followUps.stream()
                .filter(followUp -> followUp.path("round").asInt() == round)
                .findFirst()
                .orElse(null);
    }

    /** Those of the present, and those that lines say have ended. */
    List<Clock> clocks() {
        Stream<Clock> present = elements(order.path("clocks")).map(clock -> clock(clock, rounds(), stopped(clock)));
        Stream<Clock> ended = lines.stream()
                .filter(line -> !line.is("CHANGE"))
                .flatMap(line ->
                        elements(line.row().at("/data/clocks")).map(clock -> clock(clock, line.round(), line.at())));
        return Stream.concat(present, ended)
                .filter(clock -> CLOCKS_OF_THE_WORK.contains(clock.name()))
                .toList();
    }

    private @Nullable Instant stopped(JsonNode clock) {
        return clock.path("stopped").asBoolean() ? last(rounds(), "CANCEL", "CLOSE") : null;
    }

    private static Clock clock(JsonNode clock, int round, @Nullable Instant ended) {
        return new Clock(
                clock.path("name").asText(),
                round,
                Instant.parse(clock.path("startedAt").asText()),
                Instant.parse(clock.path("dueAt").asText()),
                instant(clock.path("metAt")),
                ended,
                clock.path("pauses"));
    }

    static @Nullable Instant instant(JsonNode node) {
        return node.isTextual() ? Instant.parse(node.asText()) : null;
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
