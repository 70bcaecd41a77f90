package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.each;
import static org.bihuan.estate.Estates.errors;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class CalendarTest {
    private final World world = World.first();

    @Test
    void aNewCompanyKnowsTheHolidaysOfThisYearAndTheNext() {
        int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
        for (int each = year; each <= year + 1; each++) {
            Answer days = world.as("technician")
                    .get("/calendar?from=" + each + "-10-01&to=" + each + "-10-03")
                    .require(200);
            assertThat(each(days, "kind")).containsExactly("HOLIDAY", "HOLIDAY", "HOLIDAY");
            assertThat(each(days, "name")).allMatch(name -> name.contains("国庆节"));
        }
    }

    @Test
    void administratorsChangeTheCalendarAndStaffReadIt() {
        Answer day = world.as("admin")
                .post("/calendar", Map.of("date", "2031-05-04", "kind", "HOLIDAY", "name", "司庆"))
                .require(201);
        String path = "/calendar/" + day.id();
        assertThat(world.as("desk").get(path).require(200).text("/source")).isEqualTo("null");
        world.as("desk").patch(path, Map.of("kind", "WORKING"), day).require(403);
        world.as("owner").get(path).require(403);
        World.other().as("admin").get(path).require(404);
        Answer worked =
                world.as("admin").patch(path, Map.of("kind", "WORKING"), day).require(200);
        assertThat(worked.text("/kind")).isEqualTo("WORKING");
        world.as("admin").send("DELETE", path, null, null).require(428);
        world.as("admin")
                .with("If-Match", day.etag())
                .send("DELETE", path, null, null)
                .require(412);
        world.as("admin")
                .with("If-Match", worked.etag())
                .send("DELETE", path, null, null)
                .require(204);
        world.as("admin").get(path).require(404);
    }

    @Test
    void aDateIsInTheCalendarOnce() {
        Map<String, Object> day = Map.of("date", "2031-05-05", "kind", "HOLIDAY", "name", "司庆");
        world.as("admin").post("/calendar", day).require(201);
        assertThat(errors(world.as("admin").post("/calendar", day).require(422)))
                .containsExactly("/date DATE_TAKEN");
        assertThat(each(World.other().as("admin").get("/calendar?from=2031-05-05&to=2031-05-05"), "date"))
                .isEmpty();
    }
}
