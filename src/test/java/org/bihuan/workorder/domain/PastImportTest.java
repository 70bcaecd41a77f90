package org.bihuan.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work orders of the past, through the API. The community is in China, where no clock has been changed for long. */
@HttpTest
class PastImportTest {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final World world = World.first();
    private final Api manager = world.as("manager");
    private final String externalId = "OLD-" + COUNTER.incrementAndGet();

    @Inject
    TimelineSealing sealing;

    /** A repair that was closed after a call. */
    private Map<String, String> repair() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("externalId", externalId);
        cells.put("kind", "REPAIR");
        cells.put("category", "PLUMBING_LEAK");
        cells.put("description", "厨房水管漏水");
        cells.put("unit", "3号楼2单元1202");
        cells.put("reporterName", "王芳");
        cells.put("phone", "138 0013 8000");
        cells.put("channel", "CALL");
        cells.put("technician", world.username("technician"));
        cells.put("createdAt", "2024-03-01 08:15");
        cells.put("dispatchedAt", "2024-03-01T08:20");
        cells.put("acceptedAt", "2024-03-01T00:22:30Z");
        cells.put("arrivedAt", "2024-03-01 09:05:00");
        cells.put("completedAt", "2024-03-01T09:50:00+08:00");
        cells.put("closedAt", "2024-03-02 10:00");
        cells.put("closingReason", "VERIFIED");
        cells.put("resolution", "更换了角阀");
        cells.put("labourMinutes", "45");
        return cells;
    }

    private Map<String, String> cancelled() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("externalId", externalId);
        cells.put("kind", "COMPLAINT");
        cells.put("description", "噪音");
        cells.put("createdAt", "2024-03-01 08:15");
        cells.put("cancelledAt", "2024-03-01 09:00");
        cells.put("closingNote", "重复投诉");
        return cells;
    }

    private static String csv(List<Map<String, String>> rows) {
        List<String> columns =
                rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        return Stream.concat(
                        Stream.of(String.join(",", columns)),
                        rows.stream()
                                .map(row -> columns.stream()
                                        .map(column -> '"' + row.getOrDefault(column, "") + '"')
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n"));
    }

    private Answer send(Api as, String csv) {
        return as.send("POST", "/imports/work-orders?communityId=" + world.id("community"), csv, "text/csv");
    }

    private Answer send(List<Map<String, String>> rows) {
        return send(manager, csv(rows)).require(200);
    }

    private static void requireCounts(Answer answer, int created, int unchanged) {
        assertThat(rejections(answer)).isEmpty();
        assertThat(List.of(answer.text("/created"), answer.text("/updated"), answer.text("/unchanged")))
                .isEqualTo(List.of("" + created, "0", "" + unchanged));
    }

    private static List<String> rejections(Answer answer) {
        List<String> rejections = new ArrayList<>();
        answer.body().path("rejected").forEach(line -> {
            assertThat(line.path("message").asText())
                    .isNotBlank()
                    .isNotEqualTo(line.path("code").asText());
            rejections.add(line.path("line").asText() + " "
                    + line.path("column").asText() + " " + line.path("code").asText());
        });
        return rejections;
    }

    private Answer imported() {
        String id = TestDatabase.column("select id from work_order where external_id = ?", externalId)
                .getFirst();
        return world.as("desk").get("/work-orders/" + id).require(200);
    }

    @Test
    void anOrderIsTakenOverAsItEnded() {
        requireCounts(send(List.of(repair())), 1, 0);
        Answer order = imported();
        assertThat(order.text("/externalId")).isEqualTo(externalId);
        assertThat(order.text("/status")).isEqualTo("CLOSED");
        assertThat(order.text("/createdAt")).isEqualTo("2024-03-01T00:15:00Z");
        assertThat(order.text("/updatedAt")).isEqualTo("2024-03-02T02:00:00Z");
        assertThat(order.text("/closing/reason")).isEqualTo("VERIFIED");
        assertThat(order.text("/closing/at")).isEqualTo("2024-03-02T02:00:00Z");
        assertThat(order.text("/resolution/text")).isEqualTo("更换了角阀");
        assertThat(order.text("/resolution/labourMinutes")).isEqualTo("45");
        assertThat(order.text("/location/unitCode")).isEqualTo("3-2-1202");
        assertThat(order.text("/reporter/residentId")).isEqualTo(world.id("resident"));
        assertThat(order.text("/assignee/id")).isEqualTo(world.id("technician"));
        assertThat(order.body().path("clocks")).isEmpty();
        assertThat(order.body().path("followUpId").isNull()).isTrue();
        assertThat(order.body().path("trackingUrl").isNull()).isTrue();
        assertThat(order.body().path("allowedActions")).isEmpty();
    }

    @Test
    void itsTimelineHasTheOldTimesAndSaysWhoImportedIt() {
        send(List.of(repair()));
        JsonNode lines = manager.get("/work-orders/" + imported().id() + "/timeline")
                .require(200)
                .body()
                .path("items");
        assertThat(lines)
                .extracting(line ->
                        line.path("type").asText() + " " + line.path("at").asText())
                .startsWith(
                        "REGISTER 2024-03-01T00:15:00Z",
                        "DISPATCH 2024-03-01T00:20:00Z",
                        "ACCEPT 2024-03-01T00:22:30Z",
                        "START 2024-03-01T01:05:00Z",
                        "COMPLETE 2024-03-01T01:50:00Z",
                        "CLOSE 2024-03-02T02:00:00Z")
                .hasSize(7);
        for (int i = 0; i < 6; i++) {
            assertThat(lines.get(i).at("/data/imported").asBoolean()).isTrue();
            assertThat(lines.get(i).at("/actor/role").asText()).isEqualTo("SYSTEM");
        }
        assertThat(lines.get(3).at("/onBehalfOf/id").asText()).isEqualTo(world.id("technician"));
        assertThat(lines.get(5).at("/reason").asText()).isEqualTo("VERIFIED");
        assertThat(lines.get(6).at("/type").asText()).isEqualTo("IMPORT");
        assertThat(lines.get(6).at("/actor/id").asText()).isEqualTo(world.id("manager"));
        assertThat(lines.get(6).at("/data/externalId").asText()).isEqualTo(externalId);
    }

    @Test
    void aCancelledOneAndOneOfWhichLittleIsKnownAreTakenOverToo() {
        Map<String, String> little = repair();
        Stream.of("category", "unit", "reporterName", "phone", "channel", "technician", "labourMinutes", "dispatchedAt")
                .forEach(little::remove);
        Stream.of("acceptedAt", "arrivedAt").forEach(little::remove);
        little.put("externalId", externalId + "-little");
        little.put("technicianName", "老张");
        requireCounts(send(List.of(cancelled(), little)), 2, 0);
        Answer order = imported();
        assertThat(order.text("/status")).isEqualTo("CANCELLED");
        assertThat(manager.get("/work-orders/" + order.id() + "/timeline").text("/items/1/reason"))
                .isEqualTo("重复投诉");
    }

    @Test
    void whatWasDoneIsFoundByItsWords() {
        Map<String, String> cells = repair();
        cells.put("resolution", "换了三楼的" + externalId);
        send(List.of(cells));
        assertThat(world.as("desk").get("/search?q=" + externalId).require(200).text("/items/0/id"))
                .isEqualTo(imported().id());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        requireCounts(send(List.of(repair())), 1, 0);
        String before = imported().raw();
        Map<String, String> inOtherWords = repair();
        inOtherWords.put("createdAt", "2024-03-01T00:15:00Z");
        inOtherWords.put("unit", "3-2-1202");
        inOtherWords.put("phone", "+8613800138000");
        requireCounts(send(List.of(inOtherWords)), 0, 1);
        assertThat(imported().raw()).isEqualTo(before);
        Map<String, String> otherwise = repair();
        otherwise.put("resolution", "更换了水管");
        assertThat(rejections(send(List.of(otherwise)))).containsExactly("2 externalId IMPORTED_OTHERWISE");
        assertThat(imported().raw()).isEqualTo(before);
    }

    @Test
    void validatingWritesNothing() {
        Answer outcome = manager.send(
                "POST",
                "/imports/work-orders?validateOnly=true&communityId=" + world.id("community"),
                csv(List.of(repair())),
                "text/csv");
        requireCounts(outcome.require(200), 1, 0);
        assertThat(TestDatabase.column("select id from work_order where external_id = ?", externalId))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kind          | FIRE            | NOT_ONE_OF
            category      | NO_SUCH_THING   | UNKNOWN_CATEGORY
            category      | NOISE           | CATEGORY_OF_ANOTHER_KIND
            unit          | 9-9-9999        | UNKNOWN_UNIT
            technician    | nobody.at.all   | UNKNOWN_ACCOUNT
            createdAt     | 2024-03-01      | NOT_A_PAST_TIME
            closedAt      |                 | NOT_ENDED
            """)
    void eachLineThatCannotBeIsToldByColumnAndReason(String column, @Nullable String value, String code) {
        Map<String, String> wrong = repair();
        wrong.put(column, value == null ? "" : value);
        Map<String, String> right = repair();
        right.put("externalId", externalId + "-right");
        Answer answer = send(List.of(right, wrong));
        assertThat(rejections(answer)).contains("3 " + column + " " + code).allMatch(line -> line.startsWith("3 "));
        assertThat(answer.text("/created")).isEqualTo("0");
        assertThat(TestDatabase.column("select id from work_order where external_id like ?", externalId + "%"))
                .isEmpty();
    }

    @Test
    void whatIsThereTwiceAndColumnsNobodyKnowsAreTold() {
        assertThat(rejections(send(List.of(repair(), repair())))).containsExactly("3 externalId DUPLICATE_EXTERNAL_ID");
        assertThat(rejections(send(manager, "externalId,kind,colour\n").require(200)))
                .containsExactlyInAnyOrder(
                        "1 colour UNKNOWN_COLUMN", "1 description MISSING_COLUMN", "1 createdAt MISSING_COLUMN");
    }

    @Test
    void nobodyIsToldAndNothingIsPromised() {
        World fresh = World.fresh();
        Map<String, String> row = repair();
        row.remove("technician");
        String path = "/imports/work-orders?communityId=" + fresh.id("community");
        List<String> before = promises(fresh);
        requireCounts(
                fresh.as("manager")
                        .send("POST", path, csv(List.of(row)), "text/csv")
                        .require(200),
                1,
                0);
        assertThat(promises(fresh)).isEqualTo(before);
        assertThat(TestDatabase.column(
                        "select next_due_at::text || next_announcement_at::text from work_order where external_id = ?",
                        externalId))
                .containsOnlyNulls();
    }

    private static List<String> promises(World world) {
        UUID company =
                UUID.fromString(world.as("admin").get("/companies/current").id());
        return Stream.of("event", "message", "follow_up", "announcement")
                .flatMap(table -> TestDatabase.column(
                        "select '" + table + " ' || count(*) from " + table + " where company_id = ?", company)
                        .stream())
                .toList();
    }

    @Test
    void aThousandAreFoundInTheListsAndTheirTimelinesAreChained() throws SQLException {
        World fresh = World.fresh();
        List<Map<String, String>> rows = IntStream.range(0, 1000)
                .mapToObj(i -> {
                    Map<String, String> row = repair();
                    row.put("externalId", "T" + i);
                    row.remove("technician");
                    return row;
                })
                .toList();
        String path = "/imports/work-orders?communityId=" + fresh.id("community");
        Answer answer = fresh.as("admin").send("POST", path, csv(rows), "text/csv");
        requireCounts(answer.require(200), 1000, 0);
        assertThat(fresh.as("desk")
                        .get("/work-orders?withTotal=true&limit=1&status=CLOSED&createdTo=2024-03-02T00:00:00Z")
                        .text("/total"))
                .isEqualTo("1000");
        UUID company =
                UUID.fromString(fresh.as("admin").get("/companies/current").id());
        sealing.sealAll(company);
        try (Connection connection = DriverManager.getConnection(System.getProperty("bihuan.test.jdbc-url"))) {
            connection.setAutoCommit(false);
            ArchiveCheck.Findings found = ArchiveCheck.of(connection, company, List.of());
            assertThat(found.broken()).isEmpty();
            assertThat(found.lines()).isEqualTo(7000);
        }
    }

    @Test
    void onlyAdministratorsAndManagersImportAndOnlyIntoTheirCommunities() {
        String csv = csv(List.of(repair()));
        send(world.as("desk"), csv).require(403);
        send(world.as("technician"), csv).require(403);
        requireProblem(send(World.other().as("admin"), csv), 422);
        requireProblem(send(World.other().as("manager"), csv), 422);
        requireProblem(
                manager.send("POST", "/imports/work-orders?communityId=" + world.id("elsewhere"), csv, "text/csv"),
                422);
        requireProblem(manager.send("POST", "/imports/work-orders", csv, "text/csv"), 400);
        requireCounts(send(world.as("admin"), csv).require(200), 1, 0);
    }
}
