package org.bihuan.shared.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Tells every answer an operation can give, by the rules that hold for all of them (api.md, Manners). */
final class ApiAnswers {
    private static final String NOT_MODIFIED = "NotModified";

    private final OpenAPI document;
    private final ApiRecords records;

    ApiAnswers(OpenAPI document, ApiRecords records) {
        this.document = document;
        this.records = records;
    }

    /** A way to refuse, and the operations that have it. */
    @SuppressWarnings("ImmutableEnumChecker") // the predicates look at the operation only
    enum Refusal {
        MALFORMED(400, "MALFORMED", "It could not be understood.", operation -> true),
        NOT_SIGNED_IN(
                401,
                "NOT_SIGNED_IN",
                "Nobody is signed in, or what was given to sign in with is not valid.",
                operation -> !operation.isPublic() || operation.verb() == HttpMethod.POST,
                "WWW-Authenticate"),
        FORBIDDEN(403, "FORBIDDEN", "The caller may not do this.", ApiOperation::isForSomeRolesOnly),
        NOT_FOUND(404, "NOT_FOUND", "There is nothing here that the caller may see.", ApiOperation::mayMissSomething),
        NOT_ACCEPTABLE(
                406,
                "NOT_ACCEPTABLE",
                "There is no answer in a format the caller accepts.",
                operation -> !operation.answerBodies().isEmpty()),
        NOT_NOW(409, "NOT_IN_THIS_STATUS", "The present state does not allow it.", ApiOperation::changesSomething),
        STALE(412, "STALE", "It has changed since the version that was meant.", ApiOperation::needsIfMatch, "ETag"),
        TOO_LARGE(413, "TOO_LARGE_A_BODY", "The body is too large.", ApiOperation::hasBody),
        UNSUPPORTED(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                "This media type or content encoding is not understood here.",
                ApiOperation::hasBody),
        INVALID(
                422,
                "INVALID",
                "It was understood, but breaks rules; all of them are told at once.",
                operation -> operation.hasBody() || operation.isIdempotent()),
        VERSION_MISSING(
                428,
                "IF_MATCH_MISSING",
                "The request does not say which version it means.",
                ApiOperation::needsIfMatch),
        TOO_MANY_TRIES(
                429,
                "TOO_MANY_TRIES",
                "Too many at once, or too many wrong tries.",
                ApiOperation::mayBeTooMuch,
                "Retry-After"),
        UNAVAILABLE(
                503,
                "UNAVAILABLE",
                "Not available for the moment; nothing was changed.",
                operation -> true,
                "Retry-After");

        private final int status;
        private final String exampleCode;
        private final String description;
        private final Predicate<ApiOperation> applies;
        private final @Nullable String header;

        Refusal(
                int status,
                String exampleCode,
                String description,
                Predicate<ApiOperation> applies,
                String... headers) {
            this.status = status;
            this.exampleCode = exampleCode;
            this.description = description;
            this.applies = applies;
            this.header = headers.length == 0 ? null : headers[0];
        }

        int status() {
            return status;
        }

        String exampleCode() {
            return exampleCode;
        }

        /** {@code TooManyTries}. */
        String component() {
            return Arrays.stream(name().split("_", -1))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining());
        }
    }

    void tell(List<ApiOperation> operations) {
        for (Refusal refusal : Refusal.values()) {
            document.getComponents().addResponse(refusal.component(), problem(refusal));
        }
        document.getComponents()
                .addResponse(
                        NOT_MODIFIED,
                        headers(
                                OASFactory.createAPIResponse()
                                        .description("The caller has the present version already."),
                                List.of("ETag")));
        operations.forEach(this::tell);
    }

    private static APIResponse problem(Refusal refusal) {
        Content content = OASFactory.createContent()
                .addMediaType(
                        Problems.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
        return headers(
                OASFactory.createAPIResponse().description(refusal.description).content(content),
                refusal.header == null ? List.of() : List.of(refusal.header));
    }

    private static APIResponse headers(APIResponse answer, List<String> names) {
        names.forEach(name -> answer.addHeader(name, header(name)));
        return answer.addHeader("X-Request-Id", header("X-Request-Id"));
    }

    private static Header header(String name) {
        String component = name.equals("X-Request-Id")
                ? "RequestId"
                : name.replace("WWW", "Www").replace("-", "");
        return OASFactory.createHeader().ref("#/components/headers/" + component);
    }

    private void tell(ApiOperation operation) {
        Map<String, APIResponse> answers = new TreeMap<>();
        answers.put(Integer.toString(operation.successStatus()), success(operation));
        if (operation.verb() == HttpMethod.GET && isVersioned(operation)) {
            operation.mayAnswerNotModified();
            answers.put("304", reference(NOT_MODIFIED));
        }
        for (Refusal refusal : Refusal.values()) {
            if (refusal.applies.test(operation)) {
                answers.put(Integer.toString(refusal.status), reference(refusal.component()));
            }
        }
        APIResponses told = OASFactory.createAPIResponses();
        answers.forEach(told::addAPIResponse);
        operation.told().setResponses(told);
    }

    private static APIResponse reference(String component) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + component);
    }

    private APIResponse success(ApiOperation operation) {
        APIResponse answer = OASFactory.createAPIResponse();
        switch (operation.successStatus()) {
            case 201 -> headers(answer.description("Created."), List.of("Location"));
            case 204 -> headers(answer.description("Done; there is nothing more to say."), List.of());
            default -> headers(answer.description("Done."), List.of());
        }
        if (isVersioned(operation)) {
            answer.addHeader("ETag", header("ETag"));
        }
        if (operation.isIdempotent()) {
            answer.addHeader("Idempotency-Replayed", header("Idempotency-Replayed"));
        }
        if (operation.successStatus() != 204) {
            Content content = OASFactory.createContent();
            operation.answerBodies().forEach(content::addMediaType);
            answer.setContent(content);
        }
        return answer;
    }

    private boolean isVersioned(ApiOperation operation) {
        return operation.answerSchema().map(Schema::getRef).isPresent()
                && records.isVersioned(String.valueOf(
                        ApiSchemas.nameOf(operation.answerSchema().orElseThrow())));
    }
}
