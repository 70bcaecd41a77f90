package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.Listed.has;
import static org.bihuan.testing.Listed.ids;
import static org.bihuan.testing.ProblemDocuments.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Listed;
import org.bihuan.testing.TestDatabase;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every filter of the list against what a reader of the whole list would pick out. */
@HttpTest
class FollowUpListTest {
    private static World world;
    private static Api desk;
    private static Answer promised;
    private static Answer late;

    @BeforeAll
    static void fill() {
        world = World.fresh();
        callIn("00:00-24:00");
        FollowUps.ofARepair(world);
        FollowUps.attempted(world, FollowUps.ofARepair(world), "REFUSED");
        FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("YES", 5, "好"))
                .require(200);
        FollowUps.attempt(world, "desk", FollowUps.ofARepair(world), FollowUps.reached("NO", 1, "没修好"))
                .require(200);
        promised = FollowUps.ofARepair(world);
        Map<String, String> tomorrow = Map.of(
                "outcome",
                "CALL_BACK",
                "callBackAt",
                Instant.now().plus(Duration.ofDays(1)).toString());
        FollowUps.attempt(world, "desk", promised, tomorrow).require(200);
        late = FollowUps.ofARepair(world);
        TestDatabase.execute(
                "update follow_up set due_at = now() - interval '1 hour', original_due_at = now() - interval '1 hour'"
                        + " where id = cast(? as uuid)",
                late.id());
        desk = world.colleague("FRONT_DESK");
    }

    private static void callIn(String hours) {
        for (String place : List.of("community", "elsewhere")) {
            String path = "/communities/" + world.id(place);
            world.as("admin")
                    .patch(
                            path,
                            Map.of("callingHours", hours),
                            world.as("admin").get(path))
                    .require(200);
        }
    }

    /** As many as it says there are. */
    private static List<JsonNode> list(Api as, String query) {
        String path = "/follow-ups?limit=2&withTotal=true" + query;
        List<JsonNode> items = Listed.all(as, path);
        assertThat(as.get(path).body().path("total").asInt()).as(query).isEqualTo(items.size());
        return items;
    }

    private static Instant due(JsonNode item) {
        return Instant.parse(item.path("dueAt").asText());
    }

    @Test
    void everyFilterPicksOutWhatItSays() {
        List<JsonNode> all = list(desk, "");
        Instant middle = due(all.get(all.size() / 2));
        String order = promised.text("/workOrderId");
        Predicate<JsonNode> waits = has("/status", "SCHEDULED");
        Predicate<JsonNode> overdue = waits.and(item -> due(item).isBefore(Instant.now()));
        Map<String, Predicate<JsonNode>> filters = new LinkedHashMap<>();
        filters.put("&status=SCHEDULED", waits);
        filters.put("&status=DONE&status=WAIVED", has("/status", "DONE").or(has("/status", "WAIVED")));
        filters.put("&callNow=true", has("/callNow", "true"));
        filters.put("&callNow=false", has("/callNow", "false"));
        filters.put("&overdue=true", overdue);
        filters.put("&overdue=false", overdue.negate());
        filters.put("&dueFrom=" + middle, item -> !due(item).isBefore(middle));
        filters.put("&dueBefore=" + middle, item -> due(item).isBefore(middle));
        filters.put("&policyReason=REPAIR", has("/policyReason", "REPAIR"));
        filters.put("&policyReason=COMPLAINT", item -> false);
        filters.put("&resolved=NO&resolved=PARTLY", has("/verdict/resolved", "NO"));
        filters.put("&workOrderId=" + order, has("/workOrderId", order));
        filters.put("&communityId=" + world.id("elsewhere"), item -> false);
        filters.forEach((query, meaning) -> {
            List<String> expected = ids(all.stream().filter(meaning).toList());
            assertThat(ids(list(desk, query))).as(query).containsExactlyElementsOf(expected);
            assertThat(ids(list(world.as("desk"), query))).as(query).containsExactlyElementsOf(expected);
        });
        assertThat(ids(list(desk, "&overdue=true"))).containsExactly(late.id());
        assertThat(ids(list(desk, "&callNow=true"))).isNotEmpty().doesNotContain(promised.id());
    }

    @ParameterizedTest
    @CsvSource({"dueAt,false", "-dueAt,true"})
    void theListIsInTheOrderOfDueTimes(String sort, boolean reversed) {
        Comparator<JsonNode> order = Comparator.comparing(FollowUpListTest::due)
                .thenComparing(item -> item.path("id").asText());
        List<JsonNode> expected = list(desk, "").stream()
                .sorted(reversed ? order.reversed() : order)
                .toList();
        assertThat(ids(list(desk, "&sort=" + sort))).containsExactlyElementsOf(ids(expected));
        assertThat(errors(desk.get("/follow-ups?sort=status"))).containsExactly("?sort NOT_ONE_OF");
    }

    @Test
    void outsideCallingHoursOnlyWhatWasAgreedIsProposed() {
        World fresh = World.fresh();
        Answer agreed = FollowUps.ofARepair(fresh);
        FollowUps.ofARepair(fresh);
        Map<String, String> now = Map.of(
                "outcome",
                "CALL_BACK",
                "callBackAt",
                Instant.now().plusSeconds(30).toString());
        FollowUps.attempt(fresh, "desk", agreed, now).require(200);
        TestDatabase.execute(
                "update follow_up set not_before = now() - interval '1 minute' where community_id = cast(? as uuid)",
                fresh.id("community"));
        String path = "/communities/" + fresh.id("community");
        fresh.as("admin")
                .patch(
                        path,
                        Map.of("callingHours", "03:00-03:01"),
                        fresh.as("admin").get(path))
                .require(200);
        // A minute in the night: whoever runs this test in it must wait for the next one.
        assertThat(ids(list(fresh.as("desk"), "&callNow=true"))).containsExactly(agreed.id());
    }
}
