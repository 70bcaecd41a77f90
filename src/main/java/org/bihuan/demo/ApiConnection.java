package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The wire to one installation, shared by everybody who signs in there. Repeats what the server puts off with 429
 * or 503 after the time it asks for.
 */
final class ApiConnection implements AutoCloseable {
    static final int TRIES = 4;

    /** A server that asks for a longer wait than this is told to the user instead. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    private static final Set<Integer> PUT_OFF = Set.of(429, 503);

    private final String base;
    private final String language;
    private final Pause pause;
    // HTTP/1.1, because an upgrade offer on the first POST is something proxies in front of an installation stumble
    // over.
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param installation the address without the API's own path, such as {@code http://localhost:8080}
     * @param language what the server's messages shall be in: {@code zh-CN} or {@code en}
     */
    ApiConnection(URI installation, String language, Pause pause) {
        String address = installation.toString();
        this.base = (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + "/api/v1";
        this.language = language;
        this.pause = pause;
    }

    ApiAnswer send(ApiRequest request, @Nullable String bearer) {
        HttpResponse<byte[]> response = exchange(request, bearer);
        for (int tried = 1; tried < TRIES && PUT_OFF.contains(response.statusCode()); tried++) {
            Duration wait = wantedWait(response);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                break;
            }
            pause.of(wait);
            response = exchange(request, bearer);
        }
        return read(request, response);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<byte[]> exchange(ApiRequest request, @Nullable String bearer) {
        try {
            return http.send(request.toHttp(base, language, bearer), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new ApiUnusable("Nothing answers at " + base + " (" + reason(e) + "). Is Bihuan running there?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiUnusable("Interrupted while waiting for " + base + ".", e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Retry-After in seconds; the other form of the header, a date, and a missing one count as a second. */
    private static Duration wantedWait(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(DEFAULT_WAIT);
    }

    private ApiAnswer read(ApiRequest request, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 400) {
            throw ApiRefusal.of(request.toString(), status, problem(response));
        }
        if (status >= 300) {
            throw new ApiUnusable(base + " answers with a redirection (" + status + "): give the address it leads to.");
        }
        String etag = response.headers().firstValue("ETag").orElse(null);
        return new ApiAnswer(status, json(response), etag);
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        if (response.body().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new ApiUnusable("What answers at " + base + " does not speak this API: its answer is not JSON.", e);
        }
    }

    private JsonNode problem(HttpResponse<byte[]> response) {
        try {
            return json(response);
        } catch (ApiUnusable e) {
            // A proxy's error page says nothing that the status does not say as well.
            return MissingNode.getInstance();
        }
    }
}
