package org.bihuan.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bihuan.testing.Api;
import org.jspecify.annotations.Nullable;

/** Somebody who follows the events, as a browser would. */
final class Follower implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Stands in the queue for the end of the stream. */
    private static final Event END = new Event("", "end", JSON.missingNode());

    private final InputStream stream;
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> comments = new LinkedBlockingQueue<>();

    record Event(String id, String type, JsonNode data) {}

    private Follower(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    static HttpResponse<InputStream> open(Api as, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(as.base() + "/api/v1/events")).header("Accept", "text/event-stream");
        as.headers().forEach(request::setHeader);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Follower from(Api as, @Nullable String lastEventId) {
        HttpResponse<InputStream> response = open(as, lastEventId);
        if (response.statusCode() != 200) {
            throw new AssertionError("answered " + response.statusCode());
        }
        return new Follower(response.body());
    }

    /** From now on. */
    static Follower live(Api as) throws InterruptedException {
        Follower follower = from(as, null);
        if (!follower.next().type().equals("ready")) {
            throw new AssertionError("not ready");
        }
        return follower;
    }

    private void read() {
        String id = "";
        String type = "";
        String data = "";
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                String value = colon < 0 ? "" : line.substring(colon + 1).strip();
                switch (colon < 0 ? line : line.substring(0, colon)) {
                    case "" -> {
                        if (colon == 0) {
                            comments.add(value);
                        } else if (!data.isEmpty()) {
                            events.add(new Event(id, type, JSON.readTree(data)));
                            type = "";
                            data = "";
                        }
                    }
                    case "id" -> id = value;
                    case "event" -> type = value;
                    case "data" -> data += value;
                    default -> throw new IOException("a line like " + line);
                }
            }
        } catch (IOException e) {
            comments.add("hung up: " + e);
        }
        events.add(END);
    }

    Event next() throws InterruptedException {
        Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing came");
        }
        return event;
    }

    /** How many wait to be read. */
    int heard() {
        return events.size();
    }

    void awaitHeartbeat() throws InterruptedException {
        if (comments.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("no heartbeat");
        }
    }

    static boolean isEnd(Event event) {
        return event.equals(END);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
