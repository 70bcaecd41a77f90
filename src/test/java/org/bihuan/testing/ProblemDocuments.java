package org.bihuan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.bihuan.testing.Api.Answer;

/** What api.md promises of every refusal. */
public final class ProblemDocuments {
    private ProblemDocuments() {}

    /** A refusal with the given status, in words, and never an error of ours. */
    public static void requireProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.request() + " " + answer.raw()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.request()).isEqualTo("application/problem+json");
        assertThat(answer.header("X-Request-Id")).as(answer.request()).isNotEmpty();
        assertThat(answer.text("/requestId")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.code()).matches("[A-Z][A-Z0-9_]+");
        assertThat(answer.text("/type")).isEqualTo("urn:bihuan:problem:" + answer.code());
        assertThat(answer.text("/title")).isNotBlank();
        assertThat(answer.text("/detail")).isNotBlank().isNotEqualTo(answer.code());
        answer.body().path("errors").forEach(error -> {
            assertThat(error.path("code").asText()).matches("[A-Z][A-Z0-9_]+");
            assertThat(error.path("message").asText())
                    .isNotBlank()
                    .isNotEqualTo(error.path("code").asText())
                    .doesNotContain("{0}");
        });
    }

    /** {@code pointer CODE} of each error. */
    public static Set<String> errors(Answer answer) {
        Set<String> errors = new TreeSet<>();
        answer.body()
                .path("errors")
                .forEach(error -> errors.add(error.path("pointer").asText() + " "
                        + error.path("code").asText()));
        return errors;
    }
}
