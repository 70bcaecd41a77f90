package org.bihuan.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.demo.FakeInstallation.Person;
import org.bihuan.demo.FakeInstallation.Refused;
import org.jspecify.annotations.Nullable;

/** A work order and its follow-up, with the moves of the domain's table that the demo makes; every other is refused. */
final class FakeOrder {
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "dispatch", Set.of("assigneeId", "note"),
            "accept", Set.of(),
            "decline", Set.of("reason"),
            "start", Set.of(),
            "hold", Set.of("reasonCode", "note", "nextCheckAt"),
            "resume", Set.of(),
            "complete", Set.of("resolution", "cause", "labourMinutes", "materials", "code"),
            "refer", Set.of("to", "advice"),
            "cancel", Set.of("reason"),
            "attempts", Set.of("outcome", "verdict", "callBackAt"));

    final String id;
    final List<String> history = new ArrayList<>();
    private final int attemptsAllowed;
    private int version = 1;
    private String status = "REGISTERED";
    private int round = 1;
    private @Nullable String assignee;
    private @Nullable String doneBy;
    private @Nullable String followUpStatus;
    private @Nullable String closing;
    private int attempts;

    FakeOrder(String id, int attemptsAllowed) {
        this.id = id;
        this.attemptsAllowed = attemptsAllowed;
    }

    String etag() {
        return "\"v" + version + "\"";
    }

    void note(JsonNode body, Person by) {
        history.add(by.role() + " notes " + body.path("visibility").asText());
        version++;
    }

    void verb(String verb, JsonNode body, Person by) {
        check(verb, body);
        boolean desk = by.role().equals("FRONT_DESK");
        boolean mine = by.id().equals(assignee);
        switch (verb) {
            case "dispatch" -> {
                move(verb, desk, "REGISTERED", "DISPATCHED");
                assignee = body.path("assigneeId").asText();
            }
            case "accept" -> move(verb, mine, "DISPATCHED", "ACCEPTED");
            case "decline" -> move(verb, mine, "DISPATCHED", "REGISTERED");
            case "start" -> move(verb, mine, "ACCEPTED", "IN_PROGRESS");
            case "hold" -> move(verb, mine, "IN_PROGRESS", "ON_HOLD");
            case "resume" -> move(verb, mine, "ON_HOLD", "IN_PROGRESS");
            case "cancel" -> move(verb, desk, "REGISTERED", "CANCELLED");
            case "refer" -> complete(verb, desk, "REGISTERED", by);
            case "complete" -> complete(verb, desk || mine, desk ? "REGISTERED" : "IN_PROGRESS", by);
            default -> throw new Refused(404, "NOT_FOUND");
        }
        if (body.path("code").asText().equals("ANSWERED_AT_DESK")) {
            close("NOT_SAMPLED", null);
        }
    }

    void attempt(JsonNode body, Person by) {
        check("attempts", body);
        String resolved = body.at("/verdict/resolved").asText();
        String outcome = body.path("outcome").asText();
        if (by.username().equals(doneBy) || !"SCHEDULED".equals(followUpStatus)) {
            throw new Refused(409, "NOT_NOW");
        }
        if (outcome.equals("CALL_BACK") != body.has("callBackAt") || outcome.equals("REACHED") != body.has("verdict")) {
            throw new Refused(422, "INVALID");
        }
        attempts++;
        version++;
        history.add(outcome);
        if (outcome.equals("REACHED") && resolved.equals("YES")) {
            close("VERIFIED", "DONE");
        } else if (outcome.equals("REACHED")) {
            status = "REGISTERED";
            round++;
            followUpStatus = "DONE";
        } else if (attempts == attemptsAllowed) {
            close("UNREACHABLE", "EXHAUSTED");
        }
    }

    JsonNode order() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", id).put("number", "10" + id).put("version", version).put("status", status);
        json.put("round", round).put("followUpId", round > 1 || followUpStatus == null ? null : id);
        json.set(
                "closing",
                closing == null ? null : Json.MAPPER.createObjectNode().put("reason", closing));
        return json;
    }

    JsonNode followUp() {
        return Json.MAPPER.createObjectNode().put("id", id).put("status", followUpStatus);
    }

    private void complete(String verb, boolean allowed, String from, Person by) {
        move(verb, allowed, from, "COMPLETED");
        doneBy = by.username();
        followUpStatus = "SCHEDULED";
    }

    private void move(String verb, boolean allowed, String from, String to) {
        if (!allowed) {
            throw new Refused(403, "FORBIDDEN");
        }
        if (!status.equals(from)) {
            throw new Refused(409, "NOT_NOW");
        }
        status = to;
        version++;
        history.add(verb);
    }

    private void close(String reason, @Nullable String followUp) {
        status = "CLOSED";
        closing = reason;
        followUpStatus = followUp;
    }

    private static void check(String verb, JsonNode body) {
        body.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.getOrDefault(verb, Set.of()).contains(field)) {
                throw new Refused(400, "UNKNOWN_FIELD");
            }
        });
        body.forEach(value -> {
            if (value.isNull() || (value.isTextual() && value.asText().isBlank())) {
                throw new Refused(422, "REQUIRED");
            }
        });
    }
}
