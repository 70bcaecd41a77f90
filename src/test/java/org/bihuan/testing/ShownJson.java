package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer as a document shows it: shortened to the fields that matter, with {@code …} for what differs each time. A list is
 * shown whole, unless its last item is {@code "…"}.
 */
public final class ShownJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANYTHING = "…";

    private ShownJson() {}

    /** @return where the answer is not as shown; empty when it is */
    public static List<String> differences(String shown, String answer) {
        List<String> differences = new ArrayList<>();
        try {
            compare("", JSON.readTree(shown), JSON.readTree(answer), differences);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(shown + "\n" + answer, e);
        }
        return differences;
    }

    private static void compare(String where, JsonNode shown, JsonNode answer, List<String> differences) {
        if (shown.isObject() && answer.isObject()) {
            shown.properties()
                    .forEach(field -> compare(
                            where + "/" + field.getKey(), field.getValue(), answer.path(field.getKey()), differences));
        } else if (shown.isArray() && answer.isArray()) {
            compareItems(where, shown, answer, differences);
        } else if (!isAsShown(shown, answer)) {
            differences.add(where + " is " + answer + ", not " + shown);
        }
    }

    private static void compareItems(String where, JsonNode shown, JsonNode answer, List<String> differences) {
        boolean goesOn = shown.path(shown.size() - 1).asText().equals(ANYTHING);
        int items = goesOn ? shown.size() - 1 : shown.size();
        if (answer.size() < items || (!goesOn && answer.size() > items)) {
            differences.add(where + " has " + answer.size() + " items");
        }
        for (int i = 0; i < items; i++) {
            compare(where + "/" + i, shown.path(i), answer.path(i), differences);
        }
    }

    private static boolean isAsShown(JsonNode shown, JsonNode answer) {
        if (!shown.isTextual() || !shown.asText().contains(ANYTHING)) {
            return shown.equals(answer);
        }
        String pattern = Arrays.stream(shown.asText().split(ANYTHING, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+"));
        return answer.isValueNode() && !answer.isNull() && answer.asText().matches(pattern);
    }
}
