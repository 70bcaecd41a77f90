package org.bihuan.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.World;
import org.jspecify.annotations.Nullable;

/** The estate of the demo and the calls of its day, with a few people and matters whose names are hard to find. */
final class SearchedEstate {
    private static @Nullable SearchedEstate known;

    private final World world = World.fresh();
    private final Map<String, Answer> orders = new HashMap<>();

    private SearchedEstate() {
        register();
        people();
        day();
        matters();
    }

    static synchronized SearchedEstate settled() {
        SearchedEstate estate = known == null ? new SearchedEstate() : known;
        known = estate;
        return estate;
    }

    World world() {
        return world;
    }

    /** The one whose description begins so. */
    Answer order(String beginning) {
        return orders.entrySet().stream()
                .filter(order -> order.getKey().startsWith(beginning))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    static byte[] file(String name) {
        try (InputStream file = Objects.requireNonNull(SearchedEstate.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Answer search(Api as, String typed) {
        return as.get("/search?q=" + encoded(typed));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void register() {
        world.as("admin")
                .send(
                        "POST",
                        "/imports/registry?communityId=" + world.id("community"),
                        file("/demo/registry.csv"),
                        "text/csv")
                .require(200);
    }

    private void people() {
        List<String> names = List.of("单雄信", "尉迟恭", "仇千里", "区明", "Alice Brown", "José García");
        for (int i = 0; i < names.size(); i++) {
            world.resident(names.get(i), "1881234990" + i, "neighbour");
        }
    }

    private void day() {
        try {
            for (JsonNode entry : new ObjectMapper()
                    .readTree(file("/demo/a-day-at-the-desk.json"))
                    .path("entries")) {
                Map<String, Object> call = call(null);
                call.put("caller", entry.path("caller"));
                call.put(
                        "workOrders",
                        List.of(Map.of(
                                "kind",
                                entry.path("kind"),
                                "description",
                                entry.path("description"),
                                "location",
                                entry.path("location"))));
                log(call);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> call(@Nullable String notes) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("communityId", world.id("community"));
        call.put("channel", "CALL");
        call.put("startedAt", "2026-11-23T01:12:00Z");
        if (notes != null) {
            call.put("notes", notes);
        }
        return call;
    }

    private void log(Map<String, Object> call) {
        Answer logged = world.as("desk").post("/interactions", call).require(201);
        for (JsonNode order : logged.body().path("workOrders")) {
            Answer read = world.as("desk")
                    .get("/work-orders/" + order.path("id").asText())
                    .require(200);
            orders.put(order.path("description").asText(), read);
        }
    }

    private void matters() {
        for (String description : List.of(
                "The intercom is dead, it only makes a buzzing noise",
                "大堂的WiFi连不上",
                "The café downstairs lets smoke in")) {
            Map<String, Object> call = call(null);
            call.put("workOrders", List.of(Map.of("kind", "COMPLAINT", "description", description)));
            log(call);
        }
        log(call("快递柜打不开，已告知业主取件码"));
        log(call("Asked whether intercoms are covered by the property fee"));
        log(call("Somebody asked for the parcel room, told them it closes at nine"));
        world.as("desk")
                .post(
                        "/work-orders/" + order("厨房水管爆了").id() + "/notes",
                        Map.of("text", "业主说角阀已经关死", "visibility", "INTERNAL"))
                .require(201);
        Answer doubled = order("停水怎么也不通知");
        world.as("desk")
                .post("/work-orders/" + doubled.id() + "/cancel", Map.of("reason", "重复登记"), doubled)
                .require(200);
    }
}
