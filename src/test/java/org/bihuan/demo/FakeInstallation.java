package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As much of an installation as the demo meets: it knows the contract's manners (sign-in, If-Match, Idempotency-
 * Key, unique usernames, who may do what) and refuses what goes against them, so that a day that plays through
 * here has kept them.
 */
final class FakeInstallation implements AutoCloseable {
    final Map<String, Person> people = new LinkedHashMap<>();
    final Map<String, FakeOrder> orders = new LinkedHashMap<>();
    final List<JsonNode> interactions = new ArrayList<>();
    final List<String> imports = new ArrayList<>();
    int attemptsAllowed = 3;
    boolean ownersAreTaken;

    private final HttpServer http;
    private final Set<String> keys = new HashSet<>();
    private final List<JsonNode> communities = new ArrayList<>();
    private @Nullable String setupToken = "one-time";

    record Person(String id, String username, String password, String role) {}

    /** Thrown by whatever refuses a request. */
    static final class Refused extends RuntimeException {
        private final int status;

        Refused(int status, String code) {
            super(code);
            this.status = status;
        }
    }

    private record Call(HttpExchange exchange, String method, String path, String body) {
        JsonNode json() throws IOException {
            return Json.MAPPER.readTree(body);
        }

        @Nullable
        String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }
    }

    FakeInstallation() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/api/v1", this::handle);
        http.start();
    }

    URI address() {
        return URI.create("http://localhost:" + http.getAddress().getPort());
    }

    List<String> history(int entry) {
        return Objects.requireNonNull(orders.get(String.valueOf(entry))).history;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        Call call = new Call(
                exchange,
                exchange.getRequestMethod(),
                path,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            answer(exchange, call.method().equals("POST") ? 201 : 200, route(call));
        } catch (Refused refused) {
            ObjectNode problem = Json.MAPPER.createObjectNode();
            answer(
                    exchange,
                    refused.status,
                    problem.put("code", refused.getMessage()).put("detail", path));
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = Json.bytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode route(Call call) throws IOException {
        if (call.method().equals("POST") && !keys.add(String.valueOf(call.header("Idempotency-Key")))) {
            throw new Refused(422, "KEY_USED");
        }
        String[] parts = call.path().split("/", -1);
        return switch (parts[1]) {
            case "setup" -> setUp(call.json());
            case "auth" -> signIn(call.json());
            case "communities" -> communities(call);
            case "imports" -> importRegistry(call);
            case "accounts" -> account(call);
            case "residents" -> residents(call);
            case "interactions" -> interaction(call);
            case "work-orders" -> workOrder(call, parts);
            case "follow-ups" -> followUp(call, parts);
            default -> throw new Refused(404, "NOT_FOUND");
        };
    }

    private JsonNode setUp(JsonNode body) {
        if (!body.path("token").asText().equals(setupToken)) {
            throw new Refused(403, "SETUP_TOKEN_WRONG");
        }
        setupToken = null;
        JsonNode admin = body.path("admin");
        return add(admin, "ADMIN");
    }

    private JsonNode add(JsonNode account, String role) {
        String username = account.path("username").asText();
        if (people.containsKey(username)) {
            throw new Refused(409, "USERNAME_TAKEN");
        }
        Person person = new Person(
                "p" + people.size(), username, account.path("password").asText(), role);
        people.put(username, person);
        return Json.MAPPER.createObjectNode().put("id", person.id());
    }

    private JsonNode signIn(JsonNode pair) {
        Person person = people.get(pair.path("username").asText());
        if (person == null || !person.password().equals(pair.path("password").asText())) {
            throw new Refused(401, "WRONG_PAIR");
        }
        return Json.MAPPER.createObjectNode().put("accessToken", person.username());
    }

    private Person caller(Call call, String... roles) {
        String bearer =
                Objects.requireNonNullElse(call.header("Authorization"), "").replace("Bearer ", "");
        Person person = people.get(bearer);
        if (person == null) {
            throw new Refused(401, "UNAUTHENTICATED");
        }
        if (roles.length > 0 && !Set.of(roles).contains(person.role())) {
            throw new Refused(403, "FORBIDDEN");
        }
        return person;
    }

    private JsonNode communities(Call call) throws IOException {
        caller(call, "ADMIN");
        if (call.method().equals("GET")) {
            return list(communities);
        }
        JsonNode made = ((ObjectNode) call.json()).put("id", "c" + communities.size());
        communities.add(made);
        return made;
    }

    private JsonNode importRegistry(Call call) {
        caller(call, "ADMIN");
        imports.add(call.header("Content-Type") + " " + call.body().getBytes(StandardCharsets.UTF_8).length);
        ObjectNode result = Json.MAPPER.createObjectNode().put("created", 727);
        result.putArray("rejected");
        return result;
    }

    private JsonNode account(Call call) throws IOException {
        String role = call.json().at("/roles/0").asText();
        caller(call, role.equals("OWNER") ? "FRONT_DESK" : "ADMIN");
        if (role.equals("OWNER") && ownersAreTaken) {
            throw new Refused(409, "RESIDENT_HAS_ACCOUNT");
        }
        return add(call.json(), role);
    }

    private JsonNode residents(Call call) {
        caller(call, "FRONT_DESK");
        return list(List.of(Json.MAPPER.createObjectNode().put("id", "r1").put("name", "孟国庆")));
    }

    private JsonNode interaction(Call call) throws IOException {
        caller(call, "FRONT_DESK");
        interactions.add(call.json());
        FakeOrder order = new FakeOrder(String.valueOf(orders.size()), attemptsAllowed);
        orders.put(order.id, order);
        ObjectNode made = Json.MAPPER.createObjectNode();
        made.putArray("workOrders").add(order.order());
        return made;
    }

    private JsonNode workOrder(Call call, String[] parts) throws IOException {
        Person by = caller(call, "FRONT_DESK", "TECHNICIAN", "MANAGER");
        FakeOrder order = Objects.requireNonNull(orders.get(parts[2]));
        if (call.method().equals("POST")) {
            checkFresh(call, order);
            if (parts[3].equals("notes")) {
                order.note(call.json(), by);
            } else {
                order.verb(parts[3], call.json(), by);
            }
        }
        call.exchange().getResponseHeaders().add("ETag", order.etag());
        return order.order();
    }

    private JsonNode followUp(Call call, String[] parts) throws IOException {
        Person by = caller(call, "FRONT_DESK");
        FakeOrder order = Objects.requireNonNull(orders.get(parts[2]));
        if (call.method().equals("POST")) {
            checkFresh(call, order);
            order.attempt(call.json(), by);
        }
        call.exchange().getResponseHeaders().add("ETag", order.etag());
        return order.followUp();
    }

    private static void checkFresh(Call call, FakeOrder order) {
        String ifMatch = call.header("If-Match");
        if (ifMatch == null) {
            throw new Refused(428, "IF_MATCH_MISSING");
        }
        if (!ifMatch.equals(order.etag())) {
            throw new Refused(412, "STALE");
        }
    }

    private static JsonNode list(List<? extends JsonNode> items) {
        ObjectNode list = Json.MAPPER.createObjectNode();
        list.putArray("items").addAll(items);
        return list;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
