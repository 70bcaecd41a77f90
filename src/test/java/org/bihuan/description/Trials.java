package org.bihuan.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bihuan.description.Scene.Subject;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.ApiDocument.Operation;
import org.jspecify.annotations.Nullable;

/** How each operation is tried: on what, and with which request. */
final class Trials {
    /** For every operation, what of the {@link Scene} stands in its path. One that is missing here fails the build. */
    private static final Map<String, String> SUBJECTS = new HashMap<>();

    static {
        on("", "authToken", "authRefresh", "authSignOut", "setupSetUp", "meMe", "meChangePassword", "companyCreate");
        on("", "accountList", "accountCreate", "communityList", "communityCreate", "unitList", "unitCreate");
        on("", "residentList", "residentCreate", "registryTake", "calendarList", "calendarCreate", "categoryList");
        on("", "categoryCreate", "warrantyTermList", "workOrderList", "workOrderRegister", "callerFind");
        on("", "interactionLog", "interactionList", "followUpList", "policyList", "policyCreate", "myWorkOrderList");
        on("", "myWorkOrderReport");
        on("", "historyTake");
        on("", "searchFind");
        on("", "companyList");
        on("company", "companyRead");
        on("", "jobList");
        on("dead job", "jobRead", "jobRun");
        on("current", "companyCurrent", "companyRename");
        on("account", "accountRead", "accountChange", "accountResetPassword");
        on("colleague", "absenceList", "absenceCreate");
        on("absence", "absenceRead", "absenceChange", "absenceDelete");
        on("community", "communityRead", "communityChange");
        on("estate", "buildingList", "buildingCreate");
        on("building", "buildingRead", "buildingChange");
        on("unit", "unitRead", "unitChange");
        on("resident", "residentRead", "residentChange");
        on("day", "calendarRead", "calendarChange", "calendarDelete");
        on("category", "categoryRead", "categoryChange");
        on("term", "warrantyTermRead", "warrantyTermChange");
        on("policy", "policyRead", "policyChange");
        on("", "clockPolicyList", "clockPolicyCreate");
        on("clock policy", "clockPolicyRead", "clockPolicyChange");
        on("interaction", "interactionRead", "interactionChange");
        on("followUp", "followUpRead", "followUpAttempt", "followUpWaive");
        on("tracking", "trackingFollow");
        on("tracking of something done", "trackingReopen");
        on("", "inboxList");
        on("message", "inboxRead");
        on("preferences", "preferenceRead", "preferenceChange");
        on("registered", "workOrderChange", "verbCancel", "verbRefer", "trackingLinkRenew", "deliveryLogList");
        on("dispatched", "workOrderRead", "workOrderTimeline", "workOrderNote", "verbDispatch", "verbAccept");
        on("dispatched", "verbDecline", "verbRecall");
        on("accepted", "verbStart");
        on("in progress", "verbHold", "verbComplete");
        on("held", "verbResume");
        on("completed", "verbReopen", "verbClose");
        on("my matter", "myWorkOrderRead", "myWorkOrderNote", "myWorkOrderUrge");
        on("", "eventFollow", "webhookList", "webhookCreate");
        on("webhook", "webhookRead", "webhookChange", "webhookDelete", "webhookRotateSecret");
        on("webhook", "deliveryTest", "deliveryList");
        on("delivery", "deliveryRead", "deliveryReplay");
        on("", "reportList", "reportRead", "reportRows");
        on("", "workOrderCounts", "savedViewList", "savedViewCreate");
        on("view", "savedViewRead", "savedViewQuery", "savedViewChange", "savedViewDelete");
        on("", "workOrderExportTake", "interactionExportTake", "followUpExportTake", "residentExportTake");
        on("", "unitExportTake", "handoverRead", "handoverPrint", "handoverMail");
        on("", "reportExportFigures", "reportExportRows");
        on("my completed matter", "myWorkOrderRate", "myWorkOrderReopen");
    }

    /** Else it would go on until somebody hangs up. */
    private static final String ENDING = "?follow=false";

    private final ApiDocument document;

    Trials(ApiDocument document) {
        this.document = document;
    }

    private static void on(String subject, String... operations) {
        for (String operation : operations) {
            SUBJECTS.put(operation, subject);
        }
    }

    static boolean hasRow(Operation operation) {
        return SUBJECTS.containsKey(operation.id());
    }

    static boolean everyRowIsOf(Set<String> operations) {
        return operations.containsAll(SUBJECTS.keySet());
    }

    static Subject subject(Operation operation, Scene scene) {
        return scene.subject(String.valueOf(SUBJECTS.get(operation.id())));
    }

    /** The same where everybody has one of their own. */
    static Subject subject(Operation operation, Scene scene, String person) {
        return scene.subject(String.valueOf(SUBJECTS.get(operation.id())), person);
    }

    /** As the document shows it, with things of the scene. */
    Answer send(Api as, Operation operation, Scene scene, Subject subject) {
        return send(as, operation, subject, query(operation, scene), body(operation, scene));
    }

    /** A request that nobody could understand; who may not ask must not learn so. */
    Answer sendNonsense(Api as, Operation operation, Subject subject) {
        Object nonsense = operation.hasBody() ? "{\"nonsense\": [" : null;
        return send(as, operation, new Subject(subject.ids(), ""), "?nonsense=1", nonsense);
    }

    private Answer send(Api as, Operation operation, Subject subject, String query, @Nullable Object body) {
        String path = path(operation, subject);
        Api api = operation.takesIfMatch() && !subject.etag().isEmpty() ? as.with("If-Match", subject.etag()) : as;
        return api.send(operation.method(), path + query, body, body == null ? null : mediaType(operation));
    }

    static String path(Operation operation, Subject subject) {
        String path = operation.shortPath().replace("{name}", "work-orders"); // a report, the same for everybody
        for (String id : subject.ids()) {
            path = path.replaceFirst("\\{[^}]*}", id);
        }
        return path;
    }

    private static String mediaType(Operation operation) {
        return operation.node().at("/requestBody/content").fieldNames().next();
    }

    /** Of the request; missing where none is sent. */
    JsonNode example(Operation operation) {
        return document.example(
                operation.node().at("/requestBody/content").path(operation.hasBody() ? mediaType(operation) : ""));
    }

    private @Nullable Object body(Operation operation, Scene scene) {
        JsonNode example = example(operation);
        if (example.isMissingNode()) {
            return null;
        }
        if (example.isTextual()) {
            return example.asText();
        }
        JsonNode body = scene.inhabited(example);
        if (body instanceof ObjectNode object) {
            adapt(operation, object, scene);
        }
        return body;
    }

    /** Where the example would lock people of the tests out, or is not for everybody who may use the operation. */
    private static void adapt(Operation operation, ObjectNode body, Scene scene) {
        if (body.has("preferredWindow")) {
            Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS); // a visit can be agreed only for a time to come
            body.withObject("/preferredWindow")
                    .put("from", tomorrow.toString())
                    .put("to", tomorrow.plus(2, ChronoUnit.HOURS).toString());
        }
        switch (operation.id()) {
            case "communityCreate", "buildingCreate" -> body.put("name", Scene.unique("园"));
            case "webhookCreate" -> {
                body.put("url", Scene.RECEIVER);
                body.put("enabled", false);
            }
            case "savedViewCreate" -> body.put("name", Scene.unique("视图"));
            case "savedViewChange" -> body.put("name", Scene.unique("视图"));
            case "handoverMail" -> body.putArray("to").add(scene.world().id("manager"));
            case "meChangePassword" -> body.put("current", "not the present one");
            case "accountCreate" -> {
                body.remove("communityIds");
                body.putArray("roles").add("OWNER");
                body.put("residentId", scene.world().id("resident"));
            }
            default -> {
                // the example will do
            }
        }
    }

    private static String query(Operation operation, Scene scene) {
        if (operation.id().equals("callerFind")) {
            return "?phone=13800138000";
        }
        if (operation.id().equals("eventFollow")) {
            return ENDING;
        }
        if (operation.id().equals("searchFind")) {
            return "?q=" + Scene.FOUND_BY;
        }
        Map<String, String> ids = scene.idsByParameter();
        return operation.queryParameters().stream()
                .filter(ids::containsKey)
                .map(name -> "?" + name + "=" + ids.get(name))
                .findFirst()
                .orElse("");
    }

    /** The same without a filter, so that lists show all they have. */
    Answer sendUnfiltered(Api as, Operation operation) {
        String query = switch (operation.id()) {
            case "callerFind" -> "?q=1202";
            case "eventFollow" -> ENDING;
            case "searchFind" -> "?q=1202";
            default -> "";
        };
        return send(as, operation, Subject.NOTHING, query, null);
    }
}
