package org.bihuan.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.Listed.has;
import static org.bihuan.testing.Listed.ids;
import static org.bihuan.testing.ProblemDocuments.errors;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.bihuan.testing.Api;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.Listed;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every filter of the list against what a reader of the whole list would pick out. */
@HttpTest
class InteractionListTest {
    private static World world;
    private static Api everywhere;

    @BeforeAll
    static void fill() {
        world = World.fresh();
        everywhere = world.colleague("FRONT_DESK");
        String[] channels = {"CALL", "VISIT", "WECHAT"};
        for (int i = 0; i < 12; i++) {
            Map<String, Object> call = new LinkedHashMap<>();
            call.put("communityId", world.id(i % 3 == 0 ? "elsewhere" : "community"));
            call.put("channel", channels[i % channels.length]);
            call.put("direction", i % 4 == 0 ? "OUTBOUND" : "INBOUND");
            call.put("startedAt", Instant.now().minusSeconds(600L * (i % 5)).toString());
            call.put(
                    "caller", i % 3 == 1 ? Map.of("residentId", world.id("resident")) : Map.of("phone", "13900139000"));
            Api taker = i % 3 == 2 ? world.as("desk") : everywhere;
            taker.post("/interactions", call).require(201);
        }
    }

    /** As many as it says there are. */
    private static List<JsonNode> list(Api as, String query) {
        String path = "/interactions?limit=3&withTotal=true" + query;
        List<JsonNode> items = Listed.all(as, path);
        assertThat(as.get(path).body().path("total").asInt()).as(query).isEqualTo(items.size());
        return items;
    }

    private static Instant start(JsonNode item) {
        return Instant.parse(item.path("startedAt").asText());
    }

    @Test
    void everyFilterPicksOutWhatItSays() {
        List<JsonNode> all = list(everywhere, "");
        assertThat(all).hasSize(12);
        Instant middle = start(all.get(6));
        Map<String, Predicate<JsonNode>> filters = new LinkedHashMap<>();
        filters.put("&communityId=" + world.id("elsewhere"), has("/communityId", world.id("elsewhere")));
        filters.put("&channel=CALL&channel=VISIT", has("/channel", "CALL").or(has("/channel", "VISIT")));
        filters.put("&channel=EMAIL", item -> false);
        filters.put("&direction=OUTBOUND", has("/direction", "OUTBOUND"));
        filters.put("&takenById=" + world.id("desk"), has("/takenBy/id", world.id("desk")));
        filters.put("&phone=13900139000", has("/caller/phone", "+8613900139000"));
        filters.put("&residentId=" + world.id("resident"), has("/caller/residentId", world.id("resident")));
        filters.put("&from=" + middle, item -> !start(item).isBefore(middle));
        filters.put("&to=" + middle, item -> start(item).isBefore(middle));
        filters.forEach((query, meaning) -> {
            List<JsonNode> expected = all.stream().filter(meaning).toList();
            assertThat(ids(list(everywhere, query))).as(query).containsExactlyElementsOf(ids(expected));
            assertThat(ids(list(everywhere, "&sort=startedAt" + query)))
                    .as(query)
                    .containsExactlyElementsOf(ids(expected.reversed()));
        });
        assertThat(ids(list(world.as("strangerDesk"), "")))
                .containsExactlyElementsOf(ids(all.stream()
                        .filter(has("/communityId", world.id("elsewhere")))
                        .toList()));
        assertThat(errors(everywhere.get("/interactions?sort=phone"))).containsExactly("?sort NOT_ONE_OF");
    }
}
