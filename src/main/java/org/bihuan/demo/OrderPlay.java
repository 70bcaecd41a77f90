package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One work order while it is being worked on: its newest state and the ETag that goes with it. */
final class OrderPlay {
    private final String path;
    private ApiAnswer newest;

    private OrderPlay(String path, ApiAnswer newest) {
        this.path = path;
        this.newest = newest;
    }

    /** Reads the order; the answer that created it had the ETag of something else, the interaction. */
    static OrderPlay read(ApiClient by, String workOrderId) {
        String path = "/work-orders/" + workOrderId;
        return new OrderPlay(path, by.get(path));
    }

    void verb(ApiClient by, String verb, Object body) {
        newest = by.post(path + "/" + verb, body, etag());
    }

    /**
     * Adds a note and reads the order again, since who else may have seen it move is not for the note's answer
     * to say.
     */
    void note(ApiClient by, String visibility, String text) {
        by.post(path + "/notes", Map.of("text", text, "visibility", visibility), etag());
        refresh(by);
    }

    void refresh(ApiClient by) {
        newest = by.get(path);
    }

    @Nullable
    String followUpId() {
        return newest.textOrNull("followUpId");
    }

    JsonNode body() {
        return newest.body();
    }

    private String etag() {
        return etagOf(newest);
    }

    static String etagOf(ApiAnswer answer) {
        String etag = answer.etag();
        if (etag == null) {
            throw new ApiUnusable("The answer has no ETag: " + answer.body());
        }
        return etag;
    }
}
