package org.bihuan.estate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.calendar.DayKind;
import org.bihuan.calendar.SpecialDay;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Companies run for years: their calendars get the next year by themselves, and what people changed stays. */
@HttpTest
class CalendarYearsTest {
    @Inject
    CalendarYears years;

    private static List<String> days(World world, int year) {
        List<String> days = new ArrayList<>();
        JsonNode items = world.as("desk")
                .get("/calendar?from=" + year + "-01-01&to=" + year + "-12-31&limit=200")
                .require(200)
                .body()
                .get("items");
        items.forEach(item ->
                days.add(item.get("date").asText() + " " + item.get("kind").asText()));
        return days;
    }

    private static CalendarYear announced(int year) {
        return new CalendarYear(
                year,
                true,
                List.of(
                        new SpecialDay(LocalDate.of(year, 1, 1), DayKind.HOLIDAY, "元旦"),
                        new SpecialDay(LocalDate.of(year, 1, 2), DayKind.HOLIDAY, "元旦"),
                        new SpecialDay(LocalDate.of(year, 1, 7), DayKind.WORKING, "元旦调休")));
    }

    @Test
    void aYearIsFilledOnceWithWhatIsCertain() {
        World world = World.fresh();
        assertThat(years.fillAll(CalendarYear.of(2041))).isPositive();
        assertThat(days(world, 2041)).hasSize(13).contains("2041-02-01 HOLIDAY", "2041-10-03 HOLIDAY");
        assertThat(years.fillAll(CalendarYear.of(2041))).isZero();
    }

    @Test
    void aNoticeTakesThePlaceOfWhatWasCertainBefore() {
        World world = World.fresh();
        years.fillAll(CalendarYear.of(2042));
        years.fillAll(announced(2042));
        assertThat(days(world, 2042)).containsExactly("2042-01-01 HOLIDAY", "2042-01-02 HOLIDAY", "2042-01-07 WORKING");
        assertThat(years.fillAll(announced(2042))).isZero();
    }

    @Test
    void whatSomebodyChangedStaysTheTruth() {
        World world = World.fresh();
        years.fillAll(CalendarYear.of(2043));
        String id = world.as("admin")
                .get("/calendar?from=2043-01-01&to=2043-01-01")
                .require(200)
                .text("/items/0/id");
        Answer day = world.as("admin").get("/calendar/" + id).require(200);
        world.as("admin")
                .with("If-Match", day.etag())
                .send("DELETE", "/calendar/" + id, null, null)
                .require(204);
        List<String> edited = days(world, 2043);

        years.fillAll(CalendarYear.of(2043));
        years.fillAll(announced(2043));
        assertThat(days(world, 2043)).isEqualTo(edited).noneMatch(text -> text.startsWith("2043-01-01"));
    }

    @Test
    void aDaySomebodyEnteredBeforeIsNotTouched() {
        World world = World.fresh();
        world.as("admin")
                .post("/calendar", Map.of("date", "2044-01-01", "kind", "WORKING", "name", "元旦值班"))
                .require(201);
        years.fillAll(CalendarYear.of(2044));
        assertThat(days(world, 2044)).contains("2044-01-01 WORKING").hasSize(13);
    }

    @Test
    void aNewCompanyHasThisYearAndTheNext() {
        World world = World.fresh();
        int year =
                LocalDate.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai")).getYear();
        assertThat(days(world, year)).isNotEmpty();
        assertThat(days(world, year + 1)).isNotEmpty();
    }
}
