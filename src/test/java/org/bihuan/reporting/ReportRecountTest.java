package org.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.reporting.Recount.Fact;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every figure of every report, set apart by everything it can be, against a recount of random histories. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRecountTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ORDERS = 130;
    private static final int CALLS = 60;

    private Api manager;
    private String community;
    private Recount recount;
    private LocalDate today;
    private final Random random = new Random(20261123);

    @BeforeAll
    void live() {
        World world = World.fresh();
        new Histories(world, 20261123).live(ORDERS, CALLS);
        manager = world.as("manager");
        community = world.id("community");
        recount = Recount.ofCommunity(community);
        today = LocalDate.now(ZONE);
    }

    private List<JsonNode> reports() {
        return Told.elements(manager.get("/reports").require(200).body().path("items"))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyFigureEqualsItsRecount() {
        return reports().stream()
                .flatMap(report -> ApiDocument.texts(report.path("groupings")).stream()
                        .map(groupBy -> dynamicTest(
                                report.path("name").asText() + " by " + groupBy,
                                () -> new Comparison(report, groupBy).check())));
    }

    @TestFactory
    Stream<DynamicTest> everyFigureOpensTheVeryRowsItCounts() {
        return reports().stream()
                .map(report -> dynamicTest(report.path("name").asText(), () -> {
                    List<String> groupings = ApiDocument.texts(report.path("groupings"));
                    Comparison all = new Comparison(report, "NONE");
                    all.open(all.answer.body().path("total"));
                    Comparison some = new Comparison(report, groupings.get(1 + random.nextInt(groupings.size() - 1)));
                    JsonNode lines = some.answer.body().path("rows");
                    some.open(lines.path(random.nextInt(lines.size())));
                }));
    }

    /** A recount of nothing would be easy to agree with. */
    @Test
    void theHistoriesHaveSomethingOfEverything() {
        List<String> never = new ArrayList<>();
        for (JsonNode report : reports()) {
            List<Fact> facts = recount.of(report.path("name").asText());
            names(report)
                    .filter(name -> facts.stream().noneMatch(fact -> fact.counts(name)))
                    .forEach(name -> never.add(report.path("name").asText() + " " + name));
        }
        assertThat(never).isEmpty();
    }

    private static Stream<String> names(JsonNode report) {
        return Stream.of("figures", "exclusions")
                .flatMap(kind -> Told.elements(report.path(kind)))
                .map(word -> word.path("name").asText());
    }

    /** One answer and its recount. */
    private final class Comparison {
        private final JsonNode report;
        private final String groupBy;
        private final LocalDate from = today.minusDays(35);
        private final Answer answer;
        private final List<Fact> facts;

        Comparison(JsonNode report, String groupBy) {
            this.report = report;
            this.groupBy = groupBy;
            String period = report.path("period").asBoolean() ? "&from=" + from + "&to=" + today : "";
            String path = "/reports/" + report.path("name").asText();
            this.answer = manager.get(path + "?communityId=" + community + "&groupBy=" + groupBy + period)
                    .require(200);
            this.facts = recount.at(Instant.parse(answer.text("/asOf")))
                    .of(report.path("name").asText());
        }

        void check() {
            List<Fact> present = within(from, today);
            List<Fact> before = within(from.minusDays(36), from.minusDays(1));
            checkLine(answer.body().path("total"), present, before);
            List<String> keys = answer.body().path("rows").findValuesAsText("key");
            boolean compared = report.path("period").asBoolean() && !groupBy.matches("DAY|WEEK|MONTH");
            Stream<Fact> told = Stream.concat(present.stream(), compared ? before.stream() : Stream.of());
            assertThat(keys)
                    .containsExactlyInAnyOrderElementsOf(
                            groupBy.equals("NONE")
                                    ? List.of()
                                    : told.map(this::key).collect(Collectors.toSet()));
            for (JsonNode line : answer.body().path("rows")) {
                Predicate<Fact> its = fact -> key(fact).equals(line.path("key").asText());
                assertThat(line.path("previous").isNull()).isEqualTo(!compared);
                checkLine(line, filter(present, its), filter(before, its));
            }
        }

        private List<Fact> within(LocalDate first, LocalDate last) {
            return report.path("period").asBoolean()
                    ? filter(facts, fact -> {
                        LocalDate day = fact.at.atZone(ZONE).toLocalDate();
                        return !day.isBefore(first) && !day.isAfter(last);
                    })
                    : facts;
        }

        private String key(Fact fact) {
            var local = fact.at.atZone(ZONE);
            return switch (groupBy) {
                case "HOUR" -> "%02d".formatted(local.getHour());
                case "DAY" -> local.toLocalDate().toString();
                case "WEEK" ->
                    local.toLocalDate()
                            .minusDays(local.getDayOfWeek().getValue() - 1)
                            .toString();
                case "MONTH" -> local.toLocalDate().toString().substring(0, 7);
                default -> String.valueOf(fact.groups.get(groupBy));
            };
        }

        private void checkLine(JsonNode line, List<Fact> present, List<Fact> before) {
            line.path("figures")
                    .properties()
                    .forEach(figure -> checkFigure(figure.getKey(), figure.getValue(), present));
            line.path("excluded").forEach(one -> {
                String reason = one.path("reason").asText();
                List<Fact> left = filter(present, fact -> fact.counts(reason));
                assertThat(one.path("count").asInt()).as(reason).isEqualTo(left.size());
                if (reason.equals("PAUSED") && !left.isEmpty()) {
                    Duration sum = left.stream()
                            .map(fact -> fact.durations.get(reason))
                            .reduce(Duration.ZERO, Duration::plus);
                    assertThat(Duration.parse(one.path("sum").asText())).isEqualTo(sum);
                }
            });
            line.path("previous")
                    .properties()
                    .forEach(figure -> checkFigure(figure.getKey(), figure.getValue(), before));
        }

        private void checkFigure(String name, JsonNode figure, List<Fact> all) {
            List<Fact> counted = filter(all, fact -> fact.counts(name));
            assertThat(figure.path("count").asInt()).as(name).isEqualTo(counted.size());
            if (figure.has("outOf")) {
                assertThat(figure.path("outOf").asInt())
                        .as(name)
                        .isEqualTo(filter(all, fact -> fact.isOutOf(name)).size());
            }
            checkMean(name, figure, counted);
            List<Duration> sorted = counted.stream()
                    .map(fact -> fact.durations.get(name))
                    .filter(duration -> duration != null)
                    .sorted()
                    .toList();
            assertThat(figure.has("p50")).as(name).isEqualTo(!sorted.isEmpty());
            for (int percent : sorted.isEmpty() ? new int[0] : new int[] {50, 90, 95}) {
                int rank = (percent * sorted.size() + 99) / 100;
                assertThat(Duration.parse(figure.path("p" + percent).asText()))
                        .as(name + " p" + percent)
                        .isEqualTo(sorted.get(rank - 1));
            }
        }

        private static void checkMean(String name, JsonNode figure, List<Fact> counted) {
            int sum = counted.stream()
                    .mapToInt(fact -> fact.score == null ? 0 : fact.score)
                    .sum();
            if (figure.has("mean")) {
                assertThat(figure.path("mean").decimalValue())
                        .isEqualByComparingTo(BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(counted.size()), 2, RoundingMode.HALF_UP));
            } else {
                assertThat(name.equals("satisfaction") && !counted.isEmpty()).isFalse();
            }
        }

        /** Follows every link of a line, and reads on to the end. */
        void open(JsonNode line) {
            Predicate<Fact> its = fact -> line.path("key").isNull()
                    || key(fact).equals(line.path("key").asText());
            List<Fact> present = filter(within(from, today), its);
            line.path("figures").properties().forEach(figure -> {
                String name = figure.getKey();
                JsonNode value = figure.getValue();
                opens(value, "rows", "count", ids(present, fact -> fact.counts(name)));
                if (value.has("outOf")) {
                    opens(value, "outOfRows", "outOf", ids(present, fact -> fact.isOutOf(name)));
                }
            });
            line.path("excluded")
                    .forEach(one -> opens(
                            one,
                            "rows",
                            "count",
                            ids(present, fact -> fact.counts(one.path("reason").asText()))));
            line.path("previous").forEach(figure -> {
                List<JsonNode> rows = rows(figure.path("rows").asText());
                assertThat(rows).hasSize(figure.path("count").asInt());
            });
        }

        private void opens(JsonNode figure, String link, String count, List<String> ids) {
            List<JsonNode> rows = rows(figure.path(link).asText());
            assertThat(rows).as(figure.toString()).hasSize(figure.path(count).asInt());
            assertThat(rows.stream().map(row -> row.path("id").asText()))
                    .as(figure.toString())
                    .containsExactlyInAnyOrderElementsOf(ids);
        }

        private List<JsonNode> rows(String link) {
            List<JsonNode> rows = new ArrayList<>();
            String path = link.replaceFirst("^/api/v1", "") + "&limit=" + (7 + random.nextInt(60)) + "&withTotal=true";
            Answer page = manager.get(path).require(200);
            int total = page.body().path("total").asInt();
            page.body().path("items").forEach(rows::add);
            while (!page.body().path("nextCursor").isNull()) {
                page = manager.get(path + "&cursor=" + page.text("/nextCursor")).require(200);
                page.body().path("items").forEach(rows::add);
            }
            assertThat(rows).hasSize(total);
            return rows;
        }

        private static List<String> ids(List<Fact> facts, Predicate<Fact> which) {
            return facts.stream().filter(which).map(fact -> fact.id).toList();
        }

        private static List<Fact> filter(List<Fact> facts, Predicate<Fact> which) {
            return facts.stream().filter(which).toList();
        }
    }
}
