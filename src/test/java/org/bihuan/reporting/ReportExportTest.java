package org.bihuan.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

@HttpTest
class ReportExportTest {
    private final World world = World.fresh();

    private static List<String> lines(Answer file) {
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.raw()).startsWith("\ufeff");
        return file.raw().substring(1).lines().toList();
    }

    @Test
    void aReportIsTakenHomeWithItsFiguresAndTheRowsBehindThem() {
        WorkOrderFixtures.registered(world);
        WorkOrderFixtures.registered(world, "COMPLAINT");
        Api manager = world.as("manager");
        JsonNode report =
                manager.get("/reports/work-orders?groupBy=KIND").require(200).body();
        List<String> figures =
                lines(manager.get("/reports/work-orders/export?groupBy=KIND").require(200));
        assertThat(figures).hasSize(report.path("rows").size() + 2);
        assertThat(figures.getLast()).startsWith("合计,2,");
        assertThat(figures).anyMatch(line -> line.startsWith("投诉,1,"));

        List<String> rows =
                lines(manager.get("/reports/work-orders/rows/export").require(200));
        JsonNode behind =
                manager.get("/reports/work-orders/rows").require(200).body().path("items");
        assertThat(rows).hasSize(behind.size() + 1);
        assertThat(rows.getFirst()).contains("(Asia/Shanghai)");
        for (int i = 0; i < behind.size(); i++) {
            assertThat(rows.get(i + 1)).startsWith(behind.get(i).path("number").asText() + ",");
        }
    }

    @Test
    void itCanBeAWorkbookAndIsForManagersOnly() throws IOException {
        WorkOrderFixtures.registered(world);
        Answer file = world.as("manager")
                .get("/reports/on-time/rows/export?format=xlsx")
                .require(200);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
            assertThat(workbook.getFirstSheet().read()).isNotEmpty();
        }
        assertThat(world.as("desk").get("/reports/on-time/export").status()).isEqualTo(403);
        assertThat(world.as("manager").get("/reports/no-such/export").status()).isEqualTo(404);
        Answer wrong = world.as("manager").get("/reports/on-time/export?columns=salary");
        assertThat(wrong.status()).as(wrong.raw()).isEqualTo(400);
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("?columns");
    }
}
