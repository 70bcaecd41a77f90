package org.bihuan.shared.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bihuan.shared.Language;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/** Shows an example of everything that is sent or answered; they stand in {@code openapi/examples.json} by schema. */
final class ApiExamples {
    private static final String FILE = "/openapi/examples.json";
    private static final String LIST = "List";
    private static final String BINARY = "binary";
    private static final String REQUEST = "01935b2e-7a52-7c1e-9c55-3f1f0a7d2b10";

    private final OpenAPI document;
    private final Map<String, Object> examples = read();

    ApiExamples(OpenAPI document) {
        this.document = document;
    }

    private static Map<String, Object> read() {
        try (InputStream file = Objects.requireNonNull(ApiExamples.class.getResourceAsStream(FILE))) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void show(List<ApiOperation> operations) {
        for (ApiOperation operation : operations) {
            operation.requestBodies().forEach(body -> show(operation, body));
            operation.answersTold().forEach(body -> show(operation, body));
        }
        for (ApiAnswers.Refusal refusal : ApiAnswers.Refusal.values()) {
            problemBody(refusal).setExample(problem(refusal));
        }
    }

    /** Each example stands once among the components; what has no schema of a name has an example of its operation. */
    private void show(ApiOperation operation, MediaType body) {
        String name = nameOf(operation, body);
        Object example = example(name);
        if (example != null) {
            document.getComponents().addExample(name, OASFactory.createExample().value(example));
            body.addExample(name, OASFactory.createExample().ref("#/components/examples/" + name));
        }
    }

    /** Of what nobody can read, one example stands for all. */
    private static String nameOf(ApiOperation operation, MediaType body) {
        if (body.getSchema() != null && BINARY.equals(body.getSchema().getFormat())) {
            return "BinaryFile";
        }
        String schema = ApiSchemas.nameOf(body.getSchema());
        return schema == null ? operation.told().getOperationId() : schema;
    }

    private @Nullable Object example(String name) {
        if (examples.containsKey(name) || !name.endsWith(LIST)) {
            return examples.get(name);
        }
        Object item = examples.get(name.substring(0, name.length() - LIST.length()));
        return item == null ? null : page(item);
    }

    private static Map<String, @Nullable Object> page(Object item) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("items", List.of(item));
        page.put("nextCursor", null);
        return page;
    }

    private MediaType problemBody(ApiAnswers.Refusal refusal) {
        return Stream.ofNullable(document.getComponents().getResponses())
                .flatMap(answers -> Stream.ofNullable(answers.get(refusal.component())))
                .map(answer -> answer.getContent().getMediaType(Problems.MEDIA_TYPE))
                .findFirst()
                .orElseThrow();
    }

    /** In the very words in which it is refused. */
    private static Map<String, Object> problem(ApiAnswers.Refusal refusal) {
        String code = refusal.exampleCode();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:bihuan:problem:" + code);
        problem.put("title", say("title." + refusal.status()));
        problem.put("status", refusal.status());
        problem.put("detail", say(code, "start", "CLOSED"));
        problem.put("code", code);
        problem.put("requestId", REQUEST);
        switch (refusal) {
            case MALFORMED -> problem.put("errors", errors("?colour", "UNKNOWN_PARAMETER"));
            case INVALID -> problem.put("errors", errors("/description", "REQUIRED"));
            case NOT_NOW -> problem.putAll(Map.of("currentStatus", "CLOSED", "allowedActions", List.of("reopen")));
            default -> {
                // the words say it all
            }
        }
        return problem;
    }

    private static List<Map<String, String>> errors(String pointer, String code) {
        return List.of(Map.of("pointer", pointer, "code", code, "message", say(code)));
    }

    private static String say(String code, Object... arguments) {
        return Language.ZH_CN.say(code, List.of(arguments));
    }
}
