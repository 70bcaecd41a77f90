package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One account at the API. Signs in when it first asks for something, and once again when its token is no longer
 * taken.
 */
final class ApiClient {
    private final ApiConnection connection;
    private final String username;
    private final String password;
    private @Nullable String accessToken;

    ApiClient(ApiConnection connection, String username, String password) {
        this.connection = connection;
        this.username = username;
        this.password = password;
    }

    ApiAnswer get(String path) {
        return send(ApiRequest.get(path));
    }

    /** Every item of a list, page by page. */
    List<JsonNode> list(String path) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            ApiAnswer page = get(cursor == null ? first : first + "&cursor=" + encoded(cursor));
            page.body().path("items").forEach(items::add);
            cursor = page.textOrNull("nextCursor");
        } while (cursor != null);
        return items;
    }

    /** Creates something. */
    ApiAnswer post(String path, Object body) {
        return send(ApiRequest.post(path, body, null));
    }

    /** Changes something that is still as it was when this ETag was given out. */
    ApiAnswer post(String path, Object body, String etag) {
        return send(ApiRequest.post(path, body, etag));
    }

    ApiAnswer postCsv(String path, byte[] csv) {
        return send(ApiRequest.postCsv(path, csv));
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private ApiAnswer send(ApiRequest request) {
        String token = accessToken;
        if (token == null) {
            return connection.send(request, signIn());
        }
        try {
            return connection.send(request, token);
        } catch (ApiRefusal refusal) {
            if (refusal.status() != 401) {
                throw refusal;
            }
            return connection.send(request, signIn());
        }
    }

    private String signIn() {
        Map<String, String> pair = Map.of("username", username, "password", password);
        String token = connection
                .send(ApiRequest.post("/auth/token", pair, null), null)
                .text("accessToken");
        accessToken = token;
        return token;
    }
}
