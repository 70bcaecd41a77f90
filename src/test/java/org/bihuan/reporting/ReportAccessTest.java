package org.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read which reports, in which words, and how they may be asked for. */
@HttpTest
class ReportAccessTest {
    private static final String SEVERAL = "SEVERAL_TIME_ZONES";

    private static List<JsonNode> definitions(Api api) {
        return Told.elements(api.get("/reports").require(200).body().path("items"))
                .toList();
    }

    @Test
    void everyReportFigureAndColumnIsDefinedInBothLanguages() {
        Api manager = World.first().as("manager");
        List<JsonNode> chinese = definitions(manager.with("Accept-Language", "zh-CN"));
        List<JsonNode> english = definitions(manager.with("Accept-Language", "en"));
        assertThat(english).hasSameSizeAs(chinese).hasSizeGreaterThan(10);
        for (int i = 0; i < english.size(); i++) {
            assertThat(texts(chinese.get(i)))
                    .allSatisfy(
                            text -> assertThat(text).doesNotStartWith("report.").containsPattern("[\\u4e00-\\u9fff]"));
            assertThat(texts(english.get(i)))
                    .allSatisfy(text ->
                            assertThat(text).doesNotStartWith("report.").doesNotContainPattern("[\\u4e00-\\u9fff]"));
        }
    }

    @Test
    void theDocumentDefinesThemInTheSameWords() throws IOException {
        String document = Files.readString(Path.of("src/docs/reports.md"));
        for (JsonNode definition : definitions(World.first().as("manager").with("Accept-Language", "en"))) {
            assertThat(definition.findValuesAsText("name"))
                    .allSatisfy(name -> assertThat(definition
                                            .path("columns")
                                            .findValuesAsText("name")
                                            .contains(name)
                                    || document.contains("`" + name + "`"))
                            .as(name)
                            .isTrue());
            assertThat(document).contains(texts(definition.path("figures")));
            assertThat(document).contains(definition.path("definition").asText());
        }
    }

    private static List<String> texts(JsonNode definition) {
        List<String> texts = new ArrayList<>();
        texts.addAll(definition.findValuesAsText("title"));
        definition.findValues("definition").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .forEach(texts::add);
        return texts;
    }

    @Test
    void groupsAreCalledWhatPeopleCallThem() {
        World world = World.fresh();
        Answer order = WorkOrderFixtures.dispatched(world);
        Api manager = world.as("manager").with("Accept-Language", "en");
        assertThat(label(manager, "work-orders", "KIND")).isEqualTo("Repair");
        assertThat(label(manager, "work-orders", "CATEGORY")).isEqualTo("None");
        assertThat(label(manager, "work-orders", "BUILDING")).isEqualTo("3");
        assertThat(label(manager, "backlog", "TECHNICIAN")).isEqualTo(order.text("/assignee/displayName"));
        assertThat(label(manager, "backlog", "AGE")).isEqualTo("Under 4 hours");
    }

    private static String label(Api manager, String report, String groupBy) {
        return manager.get("/reports/" + report + "?groupBy=" + groupBy)
                .require(200)
                .text("/rows/0/label");
    }

    @Test
    void aManagerCountsTheirOwnCommunitiesOnly() {
        World world = World.fresh();
        Api manager = world.as("manager");
        WorkOrderFixtures.registered(world);
        assertThat(registered(manager, "")).isEqualTo(1);
        assertThat(registered(manager, "?communityId=" + world.id("community"))).isEqualTo(1);
        for (String unseen : List.of(
                world.id("elsewhere"),
                World.first().id("community"),
                UUID.randomUUID().toString())) {
            manager.get("/reports/work-orders?communityId=" + unseen).require(404);
            manager.get("/reports/work-orders/rows?communityId=" + unseen).require(404);
        }
        assertThat(registered(World.fresh().as("manager"), "")).isZero();
    }

    private static int registered(Api manager, String query) {
        return manager.get("/reports/work-orders" + query)
                .require(200)
                .body()
                .at("/total/figures/registered/count")
                .asInt();
    }

    @Test
    void daysOfSeveralTimeZonesAreNotAddedUp() {
        World world = World.fresh();
        String london = world.as("admin")
                .post("/communities", Map.of("name", "伦敦公寓", "timeZone", "Europe/London"))
                .require(201)
                .id();
        Answer account =
                world.as("admin").get("/accounts/" + world.id("manager")).require(200);
        world.as("admin")
                .patch(
                        "/accounts/" + world.id("manager"),
                        Map.of("communityIds", List.of(world.id("community"), london)),
                        account)
                .require(200);
        Answer both = world.as("manager").get("/reports/calls").require(400);
        assertThat(both.text("/errors/0/code")).isEqualTo(SEVERAL);
        assertThat(both.text("/errors/0/pointer")).isEqualTo("?communityId");
        Answer one =
                world.as("manager").get("/reports/calls?communityId=" + london).require(200);
        assertThat(one.text("/period/timeZone")).isEqualTo("Europe/London");
        world.as("manager").get("/reports/backlog").require(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/work-orders?from=2026-02-02&to=2026-02-01, ?to, PERIOD_REVERSED",
        "/work-orders?from=2999-01-01, ?from, WRONG_FORMAT",
        "/work-orders?from=2199-01-01, ?from, PERIOD_REVERSED",
        "/work-orders?from=2024-01-01&to=2026-01-01, ?from, PERIOD_TOO_LONG",
        "/work-orders?from=yesterday, ?from, WRONG_FORMAT",
        "/work-orders?groupBy=COLOUR, ?groupBy, NOT_ONE_OF",
        "/work-orders?groupBy=TECHNICIAN, ?groupBy, NOT_ONE_OF",
        "/backlog?from=2026-02-02, ?from, NO_PERIOD",
        "/backlog?to=2026-02-02, ?to, NO_PERIOD",
        "/work-orders?month=2, ?month, UNKNOWN_PARAMETER",
        "/work-orders/rows?figure=nothing, ?figure, NOT_ONE_OF",
        "/work-orders/rows?outOf=true, ?outOf, NO_SHARE",
        "/work-orders/rows?key=REPAIR, ?key, KEY_WITHOUT_GROUPS",
        "/work-orders/rows?limit=0, ?limit, TOO_SMALL",
        "/work-orders/rows?cursor=abc, ?cursor, CURSOR_NOT_FROM_THIS_LIST"
    })
    void whatCannotBeHadIsRefusedWithItsReason(String path, String pointer, String code) {
        Answer answer = World.first().as("manager").get("/reports" + path).require(400);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aReportThatDoesNotExistIsNotFound() {
        World.first().as("manager").get("/reports/nothing").require(404);
        World.first().as("manager").get("/reports/nothing/rows").require(404);
    }

    @Test
    void twoYearsAreNotTooLong() {
        Answer answer = World.first().as("manager").get("/reports/stages?from=2024-01-02&to=2026-01-01");
        answer.require(200);
        assertThat(answer.text("/previousPeriod/from")).isEqualTo("2022-01-01");
        assertThat(answer.text("/previousPeriod/to")).isEqualTo("2024-01-01");
    }

    @Test
    void aKeyNobodyHasOpensNothing() {
        Answer answer = World.first()
                .as("manager")
                .get("/reports/work-orders/rows?groupBy=KIND&key='%20or%20true%20--")
                .require(200);
        assertThat(ApiDocument.elements(answer.body().path("items"))).isEmpty();
    }
}
