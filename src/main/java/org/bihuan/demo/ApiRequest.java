package org.bihuan.demo;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API, ready to be sent more than once: the ids are made here, so that a repeated POST carries
 * the same Idempotency-Key and does its work only once.
 */
final class ApiRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String method;
    private final String path;
    private final String requestId = "demo-" + UUID.randomUUID();
    private final String idempotencyKey = UUID.randomUUID().toString();
    private final String contentType;
    private final byte[] body;
    private final @Nullable String ifMatch;

    private ApiRequest(String method, String path, String contentType, byte[] body, @Nullable String ifMatch) {
        this.method = method;
        this.path = path;
        this.contentType = contentType;
        this.body = body;
        this.ifMatch = ifMatch;
    }

    static ApiRequest get(String path) {
        return new ApiRequest("GET", path, "", new byte[0], null);
    }

    static ApiRequest post(String path, Object body, @Nullable String ifMatch) {
        return new ApiRequest("POST", path, "application/json", Json.bytes(body), ifMatch);
    }

    static ApiRequest postCsv(String path, byte[] csv) {
        return new ApiRequest("POST", path, "text/csv; charset=UTF-8", csv, null);
    }

    HttpRequest toHttp(String base, String language, @Nullable String bearer) {
        HttpRequest.Builder http = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language)
                .header("X-Request-Id", requestId);
        if (bearer != null) {
            http.header("Authorization", "Bearer " + bearer);
        }
        if (ifMatch != null) {
            http.header("If-Match", ifMatch);
        }
        return "GET".equals(method) ? http.GET().build() : withBody(http);
    }

    private HttpRequest withBody(HttpRequest.Builder http) {
        return http.header("Content-Type", contentType)
                .header("Idempotency-Key", idempotencyKey)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Method, path and request id, never the body: it may hold a password. */
    @Override
    public String toString() {
        return method + " " + path + " (request " + requestId + ")";
    }
}
