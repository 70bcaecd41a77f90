package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The API refused a request with a problem document (RFC 9457). The message names the request, the code and
 * every wrong field.
 */
final class ApiRefusal extends RuntimeException {
    private final int status;
    private final @Nullable String code;
    private final @Nullable String detail;
    private final transient List<FieldError> errors;

    /** One field that the API found wrong. */
    record FieldError(String pointer, String code, String message) {}

    private ApiRefusal(
            String request, int status, @Nullable String code, @Nullable String detail, List<FieldError> errors) {
        super(wording(request, status, code, detail, errors));
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    /**
     * Reads a problem document; one without the usual fields still becomes a refusal with its status.
     *
     * @param request method, path and request id, as the message shall name them
     */
    static ApiRefusal of(String request, int status, JsonNode problem) {
        List<FieldError> errors = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            errors.add(new FieldError(
                    error.path("pointer").asText(),
                    error.path("code").asText(),
                    error.path("message").asText()));
        }
        String detail = problem.hasNonNull("detail") ? text(problem, "detail") : text(problem, "title");
        return new ApiRefusal(request, status, text(problem, "code"), detail, errors);
    }

    int status() {
        return status;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String detail() {
        return detail;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** Whether the refusal as a whole, or one of its fields, has this stable code. */
    boolean says(String wanted) {
        return wanted.equals(code) || errors.stream().anyMatch(error -> wanted.equals(error.code()));
    }

    private static @Nullable String text(JsonNode problem, String field) {
        return problem.hasNonNull(field) ? problem.path(field).asText() : null;
    }

    private static String wording(
            String request, int status, @Nullable String code, @Nullable String detail, List<FieldError> errors) {
        StringBuilder words =
                new StringBuilder(request).append(" was refused: ").append(status);
        if (code != null) {
            words.append(' ').append(code);
        }
        if (detail != null) {
            words.append(" - ").append(detail);
        }
        for (FieldError error : errors) {
            words.append("%n  %s: %s (%s)".formatted(error.pointer(), error.message(), error.code()));
        }
        return words.toString();
    }
}
