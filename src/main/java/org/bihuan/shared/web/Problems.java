package org.bihuan.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.shared.CurrentLanguage;
import org.bihuan.shared.DomainException;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.Language;
import org.bihuan.shared.NotNow;
import org.jspecify.annotations.Nullable;

/** Writes problem documents, in the caller's language. */
@ApplicationScoped
class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    Problem describe(ProblemTable.Row row, Throwable cause, RoutingContext request) {
        Language language =
                CurrentLanguage.of(request.request().getHeader("Accept-Language"), request.get(CurrentLanguage.CHOSEN));
        String code = row.codeOf(cause);
        List<Object> arguments = cause instanceof DomainException refusal ? refusal.arguments() : List.of();
        return new Problem(
                "urn:bihuan:problem:" + code,
                language.say("title." + row.status(), List.of()),
                row.status(),
                language.say(code, arguments),
                code,
                RequestIds.of(request),
                errors(cause, language),
                cause instanceof NotNow notNow ? notNow.currentStatus() : null,
                cause instanceof NotNow notNow && notNow.currentStatus() != null ? notNow.allowedActions() : null);
    }

    private static @Nullable List<Problem.Item> errors(Throwable cause, Language language) {
        if (!(cause instanceof InvalidInput input)) {
            return null;
        }
        return input.errors().stream()
                .map(error ->
                        new Problem.Item(error.pointer(), error.code(), language.say(error.code(), error.arguments())))
                .toList();
    }

    byte[] bytes(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
