package org.bihuan.durability;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Every event has one delivery to the receiver, which got it under the event's own name. */
final class EveryWebhookDelivered implements Witness {
    /** A receiver that has let us wait once rests for a minute before it is tried again. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    private static final String WAITING =
            "select state, tries, last_error from webhook_delivery where state <> 'DELIVERED'";

    private final HttpServer receiver;
    private final List<String> received = new CopyOnWriteArrayList<>();

    EveryWebhookDelivered() {
        try {
            receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.add(String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id")));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        receiver.start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "BIHUAN_WEBHOOKS_ALLOWED_PRIVATE_ADDRESSES",
                "127.0.0.1/32",
                "BIHUAN_WEBHOOKS_ALLOW_PLAIN_HTTP",
                "true");
    }

    @Override
    public void settle(Installation house) {
        house.as("admin")
                .post(
                        "/webhooks",
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                                "eventTypes",
                                List.of("workOrder.*")))
                .require(201);
    }

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>();
        try {
            Awaitility.await()
                    .atMost(STUCK)
                    .until(() -> Rows.of(house.database(), WAITING).isEmpty());
        } catch (ConditionTimeoutException e) {
            Rows.of(house.database(), WAITING).forEach(row -> findings.add("waits still: " + row));
        }
        Set<String> told =
                new HashSet<>(Rows.of(house.database(), "select uid from event where type like 'workOrder.%'"));
        Set<String> heard = new HashSet<>(received);
        told.stream().filter(id -> !heard.contains(id)).forEach(id -> findings.add("never heard: " + id));
        heard.stream().filter(id -> !told.contains(id)).forEach(id -> findings.add("never happened: " + id));
        if (told.isEmpty()) {
            findings.add("no event at all");
        }
        System.out.println("Webhooks: " + told.size() + " events, " + received.size()
                + " requests; what came twice came under the same webhook-id");
        return findings;
    }

    @Override
    public void close() {
        receiver.stop(0);
    }
}
