package org.bihuan.reporting;

import static org.bihuan.reporting.Told.instant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bihuan.reporting.Told.Clock;
import org.bihuan.reporting.Told.Line;
import org.jspecify.annotations.Nullable;

/** What each report should count, told order by order and line by line in plain Java; it shares no code with the reports. */
final class Recount {
    private static final Duration MONTH = Duration.ofDays(30);

    private final List<Told> orders;
    private final List<JsonNode> calls;
    private final Instant now;

    private Recount(List<Told> orders, List<JsonNode> calls, Instant now) {
        this.orders = orders;
        this.calls = calls;
        this.now = now;
    }

    static Recount ofCommunity(String community) {
        List<JsonNode> lines = Rows.select(
                "select t.* from timeline_entry t join work_order w on w.id = t.work_order_id"
                        + " where w.community_id = cast(? as uuid) order by t.work_order_id, t.seq",
                community);
        List<JsonNode> followUps = Rows.select("""
            select f.*, (select min(a.at) from follow_up_attempt a where a.follow_up_id = f.id) as first_attempt,
              (select a.outcome from follow_up_attempt a where a.follow_up_id = f.id order by a.seq desc limit 1)
                as outcome
            from follow_up f where f.community_id = cast(? as uuid)
            """, community);
        List<Told> orders = new ArrayList<>();
        for (JsonNode order : Rows.select("""
            select w.id, w.kind, w.priority, w.channel, c.code as category, w.building_id, w.clocks
            from work_order w left join category c on c.company_id = w.company_id and c.id = w.category_id
            where w.community_id = cast(? as uuid)
            """, community)) {
            orders.add(new Told(
                    order,
                    ofOrder(lines, order).map(Line::of).toList(),
                    ofOrder(followUps, order).toList()));
        }
        List<JsonNode> calls = Rows.select("""
            select i.*, (select count(*) from interaction_work_order o where o.interaction_id = i.id) as orders
            from interaction i where i.community_id = cast(? as uuid)
            """, community);
        return new Recount(orders, calls, Instant.now());
    }

    /** The same, as of then. */
    Recount at(Instant then) {
        return new Recount(orders, calls, then);
    }

    private static java.util.stream.Stream<JsonNode> ofOrder(List<JsonNode> rows, JsonNode order) {
        return rows.stream()
                .filter(row -> row.path("work_order_id")
                        .asText()
                        .equals(order.path("id").asText()));
    }

    /** One thing that may count. */
    static final class Fact {
        final String id;
        final Instant at;
        final Map<String, String> groups = new HashMap<>();
        private final Map<String, Boolean> counts = new HashMap<>();
        private final Map<String, Boolean> outOf = new HashMap<>();
        final Map<String, Duration> durations = new HashMap<>();

        @Nullable
        Integer score;

        private Fact(String id, Instant at) {
            this.id = id;
            this.at = at;
        }

        private void share(String figure, boolean of, boolean which) {
            outOf.put(figure, of);
            counts.put(figure, of && which);
        }

        private void count(String figure, boolean which) {
            counts.put(figure, which);
        }

        private void duration(String figure, @Nullable Instant from, @Nullable Instant to) {
            count(figure, from != null && to != null);
            if (from != null && to != null) {
                durations.put(figure, Duration.between(from, to));
            }
        }

        boolean counts(String figure) {
            return Objects.requireNonNull(counts.get(figure), figure);
        }

        boolean isOutOf(String figure) {
            return Objects.requireNonNull(outOf.get(figure), figure);
        }
    }

    List<Fact> of(String report) {
        return switch (report) {
            case "interactions" -> calls.stream().map(this::interaction).toList();
            case "calls" -> calls.stream().map(this::call).toList();
            case "work-orders" -> orders.stream().map(this::order).toList();
            case "backlog" ->
                orders.stream()
                        .filter(order -> !order.status().matches("CLOSED|CANCELLED"))
                        .map(this::open)
                        .toList();
            case "on-time" ->
                orders.stream()
                        .flatMap(order -> order.clocks().stream().map(clock -> clock(order, clock)))
                        .toList();
            case "follow-ups" -> followUps(this::followUp);
            case "satisfaction" -> followUps(this::satisfaction);
            default ->
                orders.stream()
                        .flatMap(order ->
                                IntStream.rangeClosed(1, order.rounds()).mapToObj(round -> round(report, order, round)))
                        .toList();
        };
    }

    private interface OfFollowUp {
        void tell(Fact fact, JsonNode followUp);
    }

    private List<Fact> followUps(OfFollowUp telling) {
        return orders.stream()
                .flatMap(order -> order.followUps().stream().map(followUp -> {
                    Fact fact = new Fact(
                            followUp.path("id").asText(), Objects.requireNonNull(instant(followUp.path("created_at"))));
                    group(fact, order, order.lastAsked(followUp.path("round").asInt(), now));
                    telling.tell(fact, followUp);
                    return fact;
                }))
                .toList();
    }

    private static void group(Fact fact, Told order, @Nullable String technician) {
        for (String dimension : List.of("kind", "priority", "channel", "category", "building_id")) {
            JsonNode value = order.order().path(dimension);
            fact.groups.put(
                    dimension.equals("building_id") ? "BUILDING" : dimension.toUpperCase(java.util.Locale.ROOT),
                    value.isTextual() ? value.asText() : "-");
        }
        fact.groups.put("TECHNICIAN", technician == null ? "-" : technician);
    }

    private Fact interaction(JsonNode row) {
        Fact fact = contact(row);
        boolean received = row.path("direction").asText().equals("INBOUND");
        fact.count("received", received);
        fact.share("withWorkOrders", received, row.path("orders").asInt() > 0);
        fact.count("OUTBOUND", !received);
        return fact;
    }

    private static Fact contact(JsonNode row) {
        Fact fact = new Fact(row.path("id").asText(), Objects.requireNonNull(instant(row.path("started_at"))));
        fact.groups.put("CHANNEL", row.path("channel").asText());
        return fact;
    }

    private Fact call(JsonNode row) {
        Fact fact = contact(row);
        boolean rang = row.path("direction").asText().equals("INBOUND")
                && row.path("channel").asText().equals("CALL");
        boolean known = rang && row.path("ring_seconds").isNumber();
        fact.share("withinThreeRings", known, row.path("ring_seconds").asInt() <= 15);
        fact.share("later", known, row.path("ring_seconds").asInt() > 15);
        fact.count("RINGS_NOT_RECORDED", rang && !known);
        return fact;
    }

    private Fact order(Told order) {
        Fact fact = new Fact(order.id(), order.registered());
        group(fact, order, null);
        fact.count("registered", true);
        fact.share("closed", true, order.status().equals("CLOSED"));
        fact.share("cancelled", true, order.status().equals("CANCELLED"));
        return fact;
    }

    private Fact open(Told order) {
        Fact fact = new Fact(order.id(), order.registered());
        group(fact, order, order.assignee());
        boolean open = !order.status().equals("COMPLETED");
        Duration age = Duration.between(order.registered(), now);
        fact.groups.put("AGE", age(age));
        fact.count("open", open);
        fact.count("awaitingFollowUp", !open);
        fact.share("unassigned", open, order.status().equals("REGISTERED"));
        fact.share("onHold", open, order.status().equals("ON_HOLD"));
        fact.share(
                "overdue",
                open,
                order.clocks().stream()
                        .anyMatch(clock -> clock.ended() == null
                                && clock.met() == null
                                && !isHeld(clock)
                                && clock.due().isBefore(now)));
        return fact;
    }

    private static String age(Duration age) {
        List<Duration> limits = List.of(
                Duration.ofHours(4), Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));
        List<String> names = List.of(
                "1_UNDER_4_HOURS", "2_UNDER_1_DAY", "3_UNDER_3_DAYS", "4_UNDER_7_DAYS", "5_UNDER_30_DAYS", "6_OLDER");
        int i = 0;
        while (i < limits.size() && age.compareTo(limits.get(i)) >= 0) {
            i++;
        }
        return names.get(i);
    }

    private static boolean isHeld(Clock clock) {
        return Told.elements(clock.pauses())
                .anyMatch(pause -> pause.path("to").isNull()
                        && Objects.requireNonNull(instant(pause.path("from"))).isBefore(clock.due()));
    }

    private Fact clock(Told order, Clock clock) {
        Fact fact = new Fact(order.id(), order.registered());
        String outcome = outcome(order, clock);
        Instant until =
                clock.name().equals("ACCEPT") ? clock.started() : Objects.requireNonNullElse(clock.met(), Instant.MAX);
        boolean theirs = clock.name().matches("ACCEPT|ARRIVE|FINISH");
        group(fact, order, theirs ? order.lastAsked(clock.round(), until) : null);
        Map<String, String> figures = Map.of(
                "DISPATCH",
                "dispatch",
                "ACCEPT",
                "accept",
                "ARRIVE",
                "arrive",
                "FIRST_ANSWER",
                "firstAnswer",
                "FINISH",
                "finish");
        figures.forEach((name, figure) -> {
            boolean decided = clock.name().equals(name) && outcome.matches("ON_TIME|LATE");
            fact.share(figure + "OnTime", decided, outcome.equals("ON_TIME"));
            fact.share(figure + "Late", decided, outcome.equals("LATE"));
        });
        for (String reason : List.of("NOT_NEEDED", "WITHDRAWN", "ON_HOLD", "RUNNING")) {
            fact.count(reason, outcome.equals(reason));
        }
        Duration paused = paused(clock);
        fact.count("PAUSED", paused.isPositive());
        fact.durations.put("PAUSED", paused);
        return fact;
    }

    private Duration paused(Clock clock) {
        return Told.elements(clock.pauses())
                .filter(pause ->
                        Objects.requireNonNull(instant(pause.path("from"))).isBefore(clock.due()))
                .map(pause -> Duration.between(
                        Objects.requireNonNull(instant(pause.path("from"))),
                        Objects.requireNonNullElse(
                                instant(pause.path("to")), Objects.requireNonNullElse(clock.ended(), now))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String outcome(Told order, Clock clock) {
        Instant met = clock.met();
        if (met != null) {
            String verb = clock.name().equals("ARRIVE") ? "START" : clock.name();
            boolean byItsVerb = !verb.matches("DISPATCH|START")
                    || order.of(clock.round(), verb)
                            .anyMatch(line -> !line.at().isBefore(clock.started())
                                    && !line.at().isAfter(met));
            return byItsVerb ? met.isAfter(clock.due()) ? "LATE" : "ON_TIME" : "NOT_NEEDED";
        }
        if (isHeld(clock)) {
            return clock.ended() == null ? "ON_HOLD" : "WITHDRAWN";
        }
        Instant until = Objects.requireNonNullElse(clock.ended(), now);
        if (until.isAfter(clock.due())) {
            return "LATE";
        }
        return clock.ended() == null ? "RUNNING" : "WITHDRAWN";
    }

    private void followUp(Fact fact, JsonNode row) {
        boolean waived = row.path("status").asText().equals("WAIVED");
        boolean open = row.path("status").asText().equals("SCHEDULED");
        boolean young =
                open && Objects.requireNonNull(instant(row.path("due_at"))).isAfter(now);
        boolean due = !waived && !young;
        String outcome = row.path("outcome").asText();
        Instant first = instant(row.path("first_attempt"));
        boolean reached = outcome.equals("REACHED");
        fact.count("due", due);
        fact.share("made", due, first != null);
        fact.share(
                "madeInTime",
                due,
                first != null && !first.isAfter(Objects.requireNonNull(instant(row.path("original_due_at")))));
        fact.share("reached", due, reached);
        fact.share("resolvedYes", reached, row.path("verdict_resolved").asText().equals("YES"));
        fact.share(
                "resolvedPartly", reached, row.path("verdict_resolved").asText().equals("PARTLY"));
        fact.share("resolvedNo", reached, row.path("verdict_resolved").asText().equals("NO"));
        fact.share("refused", due, outcome.equals("REFUSED"));
        fact.share("unreachable", due, row.path("status").asText().equals("EXHAUSTED"));
        fact.count("NOT_YET_DUE", young);
        fact.count("WAIVED", waived);
    }

    private void satisfaction(Fact fact, JsonNode row) {
        boolean asked = row.path("outcome").asText().equals("REACHED");
        fact.count("satisfaction", asked);
        fact.count("NOT_ASKED", !asked);
        fact.score = asked ? row.path("verdict_satisfaction").asInt() : null;
        for (int score = 1; score <= 5; score++) {
            fact.share("satisfaction" + score, asked, Objects.equals(fact.score, score));
        }
    }

    private Fact round(String report, Told order, int round) {
        Fact fact = new Fact(order.id(), order.registered());
        group(fact, order, order.lastAsked(round, Instant.MAX));
        switch (report) {
            case "stages" -> stages(fact, order, round);
            case "first-time-fix" -> firstTimeFix(fact, order, round);
            case "reopening" -> reopening(fact, order, round);
            case "closing-reasons" -> closing(fact, order, round);
            case "possible-false-completions" -> suspicion(fact, order, round);
            default -> throw new IllegalArgumentException(report);
        }
        return fact;
    }

    private static void stages(Fact fact, Told order, int round) {
        Instant began = order.began(round);
        Instant dispatched = order.first(round, "DISPATCH");
        Instant accepted = order.first(round, "ACCEPT");
        Instant started = order.first(round, "START");
        Instant completed = order.first(round, "COMPLETE", "REFER");
        Instant closed = order.first(round, "CLOSE");
        fact.duration("dispatch", began, dispatched);
        fact.duration("accept", dispatched, accepted);
        fact.duration("arrive", accepted, started);
        fact.duration("work", started, completed);
        fact.duration("complete", began, completed);
        fact.duration("close", completed, closed);
        fact.duration("whole", began, closed);
        unfinished(fact, order, round);
    }

    private static void unfinished(Fact fact, Told order, int round) {
        boolean cancelled = order.first(round, "CANCEL") != null;
        fact.count("CANCELLED", cancelled);
        fact.count("UNFINISHED", !cancelled && order.first(round, "COMPLETE", "REFER") == null);
    }

    private void firstTimeFix(Fact fact, Told order, int round) {
        Instant completed = round == 1 ? order.first(1, "COMPLETE", "REFER") : null;
        Instant reopened = order.first(round, "REOPEN");
        boolean worked = completed != null && "DONE".equals(order.resolution(1));
        Instant over = completed == null ? Instant.MAX : completed.plus(MONTH);
        boolean known = worked && !over.isAfter(now);
        boolean held = known && (reopened == null || reopened.isAfter(over));
        fact.share("fixed", known, held);
        fact.share("notFixed", known, !held);
        fact.count("TOO_YOUNG", worked && !known);
        fact.count("NOT_WORKED_ON", completed != null && !worked);
        boolean cancelled = order.first(round, "CANCEL") != null;
        fact.count("CANCELLED", round == 1 && cancelled);
        fact.count("UNFINISHED", round == 1 && completed == null && !cancelled);
    }

    private static void reopening(Fact fact, Told order, int round) {
        boolean completed = order.first(round, "COMPLETE", "REFER") != null;
        Line reopen = order.of(round, "REOPEN").findFirst().orElse(null);
        fact.count("completed", completed);
        fact.share("reopened", completed, reopen != null);
        fact.share("onFollowUp", completed, reopen != null && contradicted(order, round));
        fact.share(
                "byOwner",
                completed,
                reopen != null && reopen.row().path("actor_role").asText().equals("OWNER"));
        fact.share("afterClosing", completed, reopen != null && order.first(round, "CLOSE") != null);
        unfinished(fact, order, round);
    }

    private static boolean contradicted(Told order, int round) {
        JsonNode followUp = order.followUp(round);
        return followUp != null && followUp.path("verdict_resolved").asText().matches("NO|PARTLY");
    }

    private static void closing(Fact fact, Told order, int round) {
        Line close = order.of(round, "CLOSE").findFirst().orElse(null);
        fact.count("closed", close != null);
        Map<String, String> reasons = Map.of(
                "VERIFIED",
                "verified",
                "UNREACHABLE",
                "unreachable",
                "REFUSED",
                "refused",
                "NOT_SAMPLED",
                "notSampled",
                "WAIVED",
                "waived");
        reasons.forEach((reason, figure) -> fact.share(
                figure,
                close != null,
                close != null && close.row().path("reason").asText().equals(reason)));
        boolean cancelled = order.first(round, "CANCEL") != null;
        fact.count("CANCELLED", cancelled);
        fact.count("NOT_CLOSED", close == null && !cancelled);
    }

    private static void suspicion(Fact fact, Told order, int round) {
        Instant completed = order.first(round, "COMPLETE", "REFER");
        boolean done = completed != null && "DONE".equals(order.resolution(round));
        Instant started = order.last(round, "START");
        long worked =
                done && started != null ? Duration.between(started, completed).toSeconds() : 0;
        boolean noArrival = done && worked < 60;
        boolean tooQuick = done && worked >= 60 && worked < 300;
        fact.share("noArrival", done, noArrival);
        fact.share("tooQuick", done, tooQuick);
        fact.share("contradicted", done, contradicted(order, round));
        fact.share("possible", done, noArrival || tooQuick || contradicted(order, round));
        fact.count("NOT_WORKED_ON", completed != null && !done);
    }
}
