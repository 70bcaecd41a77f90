package org.bihuan.company.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HttpTest
class AbsenceTest {
    private static final String FROM = "2026-12-01T00:30:00Z";
    private static final String TO = "2026-12-04T10:00:00Z";

    private final World world = World.first();

    private String absencesOf(String person) {
        return "/accounts/" + world.id(person) + "/absences";
    }

    private static Map<String, String> leave() {
        return Map.of("from", FROM, "to", TO, "reason", "年假");
    }

    @ParameterizedTest
    @CsvSource({
        "technician,technician,201",
        "technician,technician2,404",
        "desk,technician,201",
        "desk,manager,201",
        "strangerDesk,strangerDesk,201",
        "strangerDesk,technician,404",
        "manager,desk,201",
        "admin,strangerDesk,201",
        "admin,owner,404",
        "owner,owner,403",
    })
    void staffEnterTheirOwnAndWhoSeesTheAccountDoesItForThem(String person, String whose, int status) {
        assertThat(world.as(person).post(absencesOf(whose), leave()).status()).isEqualTo(status);
    }

    @Test
    void itIsReadChangedAndTakenBack() {
        Answer made =
                world.as("technician").post(absencesOf("technician"), leave()).require(201);
        String path = made.header("Location").replaceFirst("^.*/api/v1", "");
        assertThat(world.as("technician").get(path).text("/reason")).isEqualTo("年假");
        Answer longer = world.as("desk")
                .patch(path, Map.of("to", "2026-12-05T10:00:00Z"), made)
                .require(200);
        assertThat(longer.text("/to")).isEqualTo("2026-12-05T10:00:00Z");
        requireProblem(world.as("desk").patch(path, Map.of("to", TO), made), 412);
        world.as("desk")
                .with("If-Match", longer.etag())
                .send("DELETE", path, null, null)
                .require(204);
        requireProblem(world.as("technician").get(path), 404);
    }

    @Test
    void itEndsAfterItBegins() {
        Answer answer = world.as("desk").post(absencesOf("desk"), Map.of("from", TO, "to", FROM));
        requireProblem(answer, 422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/to");
    }

    @Test
    void theyAreListedInTheOrderTheyBeginPageByPage() {
        World fresh = World.fresh();
        String path = "/accounts/" + fresh.id("technician") + "/absences";
        for (String day : List.of("03", "01", "02")) {
            fresh.as("technician")
                    .post(path, Map.of("from", "2026-12-" + day + "T00:00:00Z", "to", "2026-12-09T00:00:00Z"))
                    .require(201);
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = fresh.as("desk")
                    .get(path + "?limit=1&withTotal=true" + cursor)
                    .require(200);
            assertThat(page.text("/total")).isEqualTo("3");
            seen.add(page.text("/items/0/from").substring(8, 10));
            cursor = page.body().get("nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("01", "02", "03");
    }
}
