package org.bihuan.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bihuan.testing.Api.Answer;

/** What lists show, read page by page to the end. */
public final class Listed {
    private Listed() {}

    /** @param path with a question mark in it, so that the cursor can follow */
    public static List<JsonNode> all(Api api, String path) {
        List<JsonNode> items = new ArrayList<>();
        Answer page = api.get(path).require(200);
        page.body().path("items").forEach(items::add);
        while (!page.body().path("nextCursor").isNull()) {
            page = api.get(path + "&cursor=" + page.text("/nextCursor")).require(200);
            page.body().path("items").forEach(items::add);
        }
        return items;
    }

    public static List<String> ids(List<JsonNode> items) {
        return items.stream().map(item -> item.path("id").asText()).toList();
    }

    public static Predicate<JsonNode> has(String pointer, String value) {
        return item -> item.at(pointer).asText().equals(value);
    }
}
