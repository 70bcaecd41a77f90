package org.bihuan.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A problem document (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Problem", description = "What went wrong, in the language of Accept-Language")
record Problem(
        String type,
        String title,
        int status,
        String detail,

        @Schema(description = "Stable name of the rule, UPPER_SNAKE")
        String code,

        @Schema(description = "The value of X-Request-Id") String requestId,

        @Schema(description = "All that is wrong with the input") @Nullable
        List<Item> errors,

        @Nullable String currentStatus,
        @Nullable List<String> allowedActions) {

    /** One error of the input. */
    @Schema(name = "ProblemError")
    record Item(
            @Schema(description = "JSON pointer into the body, or ?name of a query parameter")
            String pointer,

            String code,
            String message) {}
}
