package org.bihuan.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of the public API, signed in as somebody or nobody. Immutable: {@code with} gives another one. */
public record Api(String base, Map<String, String> headers) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nobody, at the application under test. */
    public static Api nobody() {
        return new Api(System.getProperty(TestDatabase.URL, "http://localhost:8080"), Map.of());
    }

    public Api with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, Map.copyOf(more));
    }

    public Api signedIn(String username, String password) {
        Answer answer = post("/auth/token", Map.of("username", username, "password", password));
        return with("Authorization", "Bearer " + answer.require(200).text("/accessToken"));
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body, "application/json");
    }

    /** A change of something whose present version is known from an answer. */
    public Answer post(String path, @Nullable Object body, Answer last) {
        return with("If-Match", last.etag()).post(path, body);
    }

    public Answer patch(String path, Object body, Answer last) {
        return with("If-Match", last.etag()).send("PATCH", path, body, "application/merge-patch+json");
    }

    /** Texts and bytes are sent as they are, everything else as JSON. */
    public Answer send(String method, String path, @Nullable Object body, @Nullable String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + (path.startsWith("/q/") ? "" : "/api/v1") + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher(body));
        headers.forEach(request::setHeader);
        if (contentType != null) {
            request.setHeader("Content-Type", contentType);
        }
        try {
            return Answer.of(method + " " + path, CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            case String text -> BodyPublishers.ofString(text);
            default -> BodyPublishers.ofString(json(body));
        };
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(
            String request, int status, Map<String, String> headers, String raw, JsonNode body, byte[] bytes) {
        public Answer(String request, int status, Map<String, String> headers, String raw, JsonNode body) {
            this(request, status, headers, raw, body, raw.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        static Answer of(String request, HttpResponse<byte[]> response) {
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            String raw = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
            return new Answer(request, response.statusCode(), headers, raw, parse(raw), response.body());
        }

        private static JsonNode parse(String raw) {
            try {
                return JSON.readTree(raw);
            } catch (JsonProcessingException e) {
                return JSON.missingNode();
            }
        }

        /** Itself, when the status is the expected one; else the test fails with the whole answer. */
        public Answer require(int expected) {
            if (status != expected) {
                throw new AssertionError(request + " answered " + status + ", not " + expected + ": " + raw);
            }
            return this;
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        public String etag() {
            return header("ETag");
        }

        public String text(String pointer) {
            return body.at(pointer).asText();
        }

        public String id() {
            return text("/id");
        }

        public String code() {
            return text("/code");
        }
    }
}
