package org.bihuan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api;
import org.bihuan.testing.PackagedApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole day over HTTP on the delivered application; what must come out is read from the file, not from the player. */
class DayAtTheDeskIT {
    private static PackagedApplication application;
    private static StagedEstate estate;
    private static List<Played> day;
    private static JsonNode file;
    private static Api manager;

    @BeforeAll
    static void playTheDay() throws IOException {
        // A day at the desk is also what the virtual machine learns from for later starts (ADR 0011).
        application = PackagedApplication.startOnEmptyDatabase(PackagedApplication.learning());
        DayScript script = DayScript.load();
        RandomPasswords passwords = new RandomPasswords();
        DemoAccount admin = new DemoAccount("ADMIN", "admin", passwords.get(), "系统管理员");
        try (ApiConnection connection = new ApiConnection(URI.create(application.base()), "zh-CN", Pause.REAL)) {
            DemoEstate.setUp(connection, application.setUpToken(), "翠湖物业", admin);
            estate = new DemoEstate(connection, script, passwords, remark -> {})
                    .stage(new ApiClient(connection, admin.username(), admin.password()), "翠湖花园");
            day = new DayPlayer(estate, Clock.systemUTC()).play(script);
        }
        try (InputStream in =
                Objects.requireNonNull(DayScript.class.getResourceAsStream("/demo/a-day-at-the-desk.json"))) {
            file = new ObjectMapper().readTree(in);
        }
        DemoAccount boss = estate.accounts().accounts().stream()
                .filter(account -> account.role().equals("MANAGER"))
                .findFirst()
                .orElseThrow();
        manager = application.nobody().signedIn(boss.username(), boss.password());
    }

    @AfterAll
    static void stop() {
        application.close();
        application.log().stream()
                .skip(Math.max(0, application.log().size() - 30))
                .forEach(System.out::println);
    }

    @Test
    void everyMatterEndsAsTheFileSays() {
        assertThat(day).hasSize(file.get("entries").size());
        for (int i = 0; i < day.size(); i++) {
            JsonNode entry = file.get("entries").get(i);
            JsonNode order = order(i);
            String what =
                    entry.get("at").asText() + " " + entry.get("description").asText();
            assertThat(order.get("status").asText()).as(what).isEqualTo(endStatus(entry));
            assertThat(order.get("round").asInt()).as(what).isEqualTo(isReopened(entry) ? 2 : 1);
            assertThat(order.at("/closing/reason").asText()).as(what).isEqualTo(closingReason(entry));
            assertThat(order.get("kind")).as(what).isEqualTo(entry.get("kind"));
            assertThat(order.get("priority")).as(what).isEqualTo(entry.get("priority"));
            assertThat(order.get("description")).as(what).isEqualTo(entry.get("description"));
        }
    }

    @Test
    void everyFollowUpHoldsTheAttemptsOfTheFileInTheirOrder() {
        for (int i = 0; i < day.size(); i++) {
            JsonNode entry = file.get("entries").get(i);
            List<String> recorded = steps(i).stream()
                    .filter(step -> step.get("type").asText().equals("FOLLOW_UP_ATTEMPT"))
                    .map(step -> step.at("/data/outcome").asText())
                    .toList();
            assertThat(recorded).as(entry.get("description").asText()).isEqualTo(outcomes(entry));
        }
    }

    @Test
    void everyTimelineShowsEachStepWithWhoDidItAndInWhichRole() {
        for (int i = 0; i < day.size(); i++) {
            JsonNode entry = file.get("entries").get(i);
            List<String> shown = steps(i).stream()
                    .map(step -> step.get("type").asText() + " "
                            + step.at("/actor/role").asText())
                    .filter(step -> !step.startsWith("NOTE") && !step.startsWith("FOLLOW_UP"))
                    .toList();
            assertThat(shown).as(entry.get("description").asText()).isEqualTo(expectedSteps(entry));
            assertThat(steps(i))
                    .allSatisfy(step ->
                            assertThat(step.at("/actor/displayName").asText()).isNotBlank());
        }
    }

    @Test
    void everyClockIsMetOrAnnouncedAsTheTimelineSays() {
        int clocks = 0;
        for (int i = 0; i < day.size(); i++) {
            JsonNode order = order(i);
            assertThat(new ClockRecount(order, steps(i)).contradictions(Instant.now()))
                    .as(file.at("/entries/" + i + "/description").asText())
                    .isEmpty();
            clocks += order.get("clocks").size();
        }
        assertThat(clocks).isGreaterThan(day.size());
    }

    @Test
    void whoDidTheWorkNeverRangTheOwnerBack() {
        for (int i = 0; i < day.size(); i++) {
            List<JsonNode> steps = steps(i);
            List<String> workers = actors(steps, "COMPLETE");
            assertThat(actors(steps, "FOLLOW_UP_ATTEMPT")).noneMatch(workers::contains);
        }
    }

    private static JsonNode order(int index) {
        return manager.get("/work-orders/" + day.get(index).workOrderId())
                .require(200)
                .body();
    }

    private static List<JsonNode> steps(int index) {
        JsonNode timeline = manager.get("/work-orders/" + day.get(index).workOrderId() + "/timeline?limit=200")
                .require(200)
                .body();
        return StreamSupport.stream(timeline.get("items").spliterator(), false).collect(Collectors.toList());
    }

    private static List<String> actors(List<JsonNode> steps, String type) {
        return steps.stream()
                .filter(step -> step.get("type").asText().equals(type))
                .map(step -> step.at("/actor/id").asText())
                .toList();
    }

    private static List<String> outcomes(JsonNode entry) {
        List<String> outcomes = new ArrayList<>();
        entry.get("followUp")
                .forEach(attempt -> outcomes.add(attempt.get("outcome").asText()));
        return outcomes;
    }

    private static String verdict(JsonNode entry) {
        String last = "";
        for (JsonNode attempt : entry.get("followUp")) {
            last = attempt.path("resolved").asText(last);
        }
        return last;
    }

    private static int satisfaction(JsonNode entry) {
        return entry.get("followUp")
                .get(entry.get("followUp").size() - 1)
                .get("satisfaction")
                .asInt();
    }

    private static boolean isReopened(JsonNode entry) {
        return List.of("NO", "PARTLY").contains(verdict(entry));
    }

    private static String endStatus(JsonNode entry) {
        return switch (entry.get("path").asText()) {
            case "cancel" -> "CANCELLED";
            case "open" -> "ACCEPTED";
            default -> isReopened(entry) ? "REGISTERED" : "CLOSED";
        };
    }

    private static String closingReason(JsonNode entry) {
        if (!endStatus(entry).equals("CLOSED")) {
            return "";
        }
        if (entry.get("followUp").isNull()) {
            return "NOT_SAMPLED";
        }
        return verdict(entry).equals("YES") ? "VERIFIED" : "UNREACHABLE";
    }

    private static List<String> expectedSteps(JsonNode entry) {
        List<String> steps = new ArrayList<>(List.of("REGISTER FRONT_DESK"));
        steps.addAll(
                switch (entry.get("path").asText()) {
                    case "desk" -> List.of("COMPLETE FRONT_DESK");
                    case "refer" -> List.of("REFER FRONT_DESK");
                    case "cancel" -> List.of("CANCEL FRONT_DESK");
                    case "open" -> List.of("DISPATCH FRONT_DESK", "ACCEPT TECHNICIAN");
                    case "declined" ->
                        List.of(
                                "DISPATCH FRONT_DESK",
                                "DECLINE TECHNICIAN",
                                "DISPATCH FRONT_DESK",
                                "ACCEPT TECHNICIAN",
                                "START TECHNICIAN",
                                "COMPLETE TECHNICIAN");
                    case "held" ->
                        List.of(
                                "DISPATCH FRONT_DESK",
                                "ACCEPT TECHNICIAN",
                                "START TECHNICIAN",
                                "HOLD TECHNICIAN",
                                "RESUME TECHNICIAN",
                                "COMPLETE TECHNICIAN");
                    default ->
                        List.of("DISPATCH FRONT_DESK", "ACCEPT TECHNICIAN", "START TECHNICIAN", "COMPLETE TECHNICIAN");
                });
        if (verdict(entry).equals("YES") && satisfaction(entry) <= 2) {
            steps.add("OWNER_DISSATISFIED FRONT_DESK");
        }
        if (isReopened(entry)) {
            steps.add("REOPEN FRONT_DESK");
        } else if (closingReason(entry).equals("NOT_SAMPLED")) {
            steps.add("CLOSE SYSTEM");
        } else if (!closingReason(entry).isEmpty()) {
            steps.add("CLOSE FRONT_DESK");
        }
        return steps;
    }
}
