package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.World;

/** Places and people of the tests' own, so that no test is in another one's way. */
final class Estates {
    static final String HEADER = "building,entrance,unit,area,acceptanceDate,residentName,relation,phone,from\n";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    private Estates() {}

    static String freshName(String of) {
        return of + COUNTER.incrementAndGet();
    }

    static Answer community(World world) {
        return world.as("admin")
                .post("/communities", Map.of("name", freshName("测试小区"), "timeZone", "Asia/Shanghai"))
                .require(201);
    }

    static Answer building(World world, String community, String name) {
        return world.as("admin")
                .post("/communities/" + community + "/buildings", Map.of("name", name))
                .require(201);
    }

    static Answer unit(World world, String building, String entrance, String room) {
        return world.as("admin")
                .post("/units", Map.of("buildingId", building, "entrance", entrance, "room", room))
                .require(201);
    }

    static Map<String, Object> resident(String name, String phone, String unit) {
        return Map.of("name", name, "phone", phone, "occupancies", List.of(livesIn(unit, "OWNER", "2024-01-01")));
    }

    static Map<String, Object> livesIn(String unit, String relation, String from) {
        return Map.of("unitId", unit, "relation", relation, "from", from);
    }

    static Answer send(Api admin, String community, Object csv) {
        return admin.send("POST", "/imports/registry?communityId=" + community, csv, "text/csv");
    }

    static void assertCounts(Answer answer, int created, int updated, int unchanged) {
        answer.require(200);
        assertThat(answer.body().path("rejected")).isEmpty();
        assertThat(List.of(answer.text("/created"), answer.text("/updated"), answer.text("/unchanged")))
                .isEqualTo(List.of("" + created, "" + updated, "" + unchanged));
    }

    /** What stands at this field in each item of a list. */
    static List<String> each(Answer list, String field) {
        List<String> values = new ArrayList<>();
        list.require(200)
                .body()
                .path("items")
                .forEach((JsonNode item) -> values.add(item.path(field).asText()));
        return values;
    }

    /** The codes of all that is wrong, with where. */
    static List<String> errors(Answer refusal) {
        List<String> errors = new ArrayList<>();
        refusal.body()
                .path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        return errors;
    }
}
