package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One answer of the API that was not a refusal. */
record ApiAnswer(int status, JsonNode body, @Nullable String etag) {

    /**
     * The text at a slash-separated place in the body; {@link ApiUnusable} when the contract promises it and it
     * is not there.
     */
    String text(String place) {
        String value = textOrNull(place);
        if (value == null) {
            throw new ApiUnusable("The answer has no " + place + ": " + body);
        }
        return value;
    }

    @Nullable
    String textOrNull(String place) {
        JsonNode node = body.at("/" + place);
        return node.isMissingNode() || node.isNull() ? null : node.asText();
    }

    int number(String place) {
        return Integer.parseInt(text(place));
    }
}
