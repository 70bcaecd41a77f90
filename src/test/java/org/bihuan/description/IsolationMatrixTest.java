package org.bihuan.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.description.Scene.Subject;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.ApiDocument;
import org.bihuan.testing.ApiDocument.Operation;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every operation of the served document × everybody of the company, of a foreign one, and nobody. */
@HttpTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationMatrixTest {
    /** The people of a company, and what they are. */
    private static final Map<String, String> PEOPLE = Map.of(
            "owner", "OWNER", "technician", "TECHNICIAN", "desk", "FRONT_DESK", "manager", "MANAGER", "admin", "ADMIN");

    private static final Set<Integer> NOT_NOW = Set.of(409, 412, 422, 428);

    private static final Pattern NAMING = Pattern.compile("\"(communityId|buildingId|unitId|residentId|assigneeId)\"");

    private ApiDocument document;
    private Trials trials;
    private Scene mine;
    private Scene theirs;

    /** Companies of their own, because every operation is really carried out on them. */
    @BeforeAll
    void settle() {
        document = ApiDocument.served();
        trials = new Trials(document);
        mine = new Scene(World.fresh(), "密语青瓷");
        theirs = new Scene(World.fresh(), "暗号白鹭");
    }

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        assertThat(document.operations().stream()
                        .filter(operation -> !Trials.hasRow(operation))
                        .map(Operation::id))
                .as("say in Trials on what these are tried")
                .isEmpty();
        assertThat(Trials.everyRowIsOf(
                        document.operations().stream().map(Operation::id).collect(Collectors.toSet())))
                .isTrue();
    }

    @Test
    void theSecretIsThereToBeFound() {
        for (String path : List.of("/work-orders", "/interactions", "/follow-ups", "/accounts", "/communities")) {
            assertThat(mine.isToldBy(mine.world().as("desk").get(path).require(200)))
                    .as(path)
                    .isTrue();
            assertThat(theirs.isToldBy(theirs.world().as("desk").get(path).require(200)))
                    .as(path)
                    .isTrue();
        }
    }

    private Stream<DynamicTest> forEach(Consumer<Operation> check) {
        return document.operations().stream()
                .filter(Trials::hasRow)
                .map(operation -> dynamicTest(operation.toString(), () -> check.accept(operation)));
    }

    private static Api signedIn(Scene scene, String person, Operation operation) {
        boolean endsTheSession = operation.id().equals("authSignOut");
        return endsTheSession
                ? Api.nobody().signedIn(scene.world().username(person), World.PASSWORD)
                : scene.world().as(person);
    }

    @TestFactory
    Stream<DynamicTest> whoIsNotSignedInLearnsNothing() {
        return forEach(operation -> {
            Subject subject = Trials.subject(operation, mine);
            Answer answer = trials.send(Api.nobody(), operation, mine, subject);
            if (operation.isPublic()) {
                assertThat(answer.status()).as(answer.raw()).isLessThan(500);
            } else {
                isRefused(answer, 401);
                isRefused(trials.sendNonsense(Api.nobody(), operation, subject), 401);
            }
            assertThat(document.contradictions(operation, answer))
                    .as(answer.raw())
                    .isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> whoseRoleDoesNotAllowItIsRefusedWhateverTheySend() {
        return forEach(operation -> {
            Subject subject = operation.isPublic() ? Subject.NOTHING : Trials.subject(operation, mine);
            others(operation).forEach((name, person) -> {
                isRefused(trials.send(person, operation, mine, subject), 403);
                isRefused(trials.sendNonsense(person, operation, subject), 403);
            });
        });
    }

    /** Those of both companies whose role the operation does not name. */
    private Map<String, Api> others(Operation operation) {
        Map<String, Api> others = new LinkedHashMap<>();
        PEOPLE.forEach((person, role) -> {
            if (!operation.isPublic() && !operation.roles().contains(role)) {
                others.put("my " + person, mine.world().as(person));
                others.put("their " + person, theirs.world().as(person));
            }
        });
        return others;
    }

    @TestFactory
    Stream<DynamicTest> whoseRoleAllowsItGetsAnAnswerThatTheDocumentTellsOf() {
        return forEach(operation -> {
            boolean worked = operation.isPublic();
            List<String> answers = new ArrayList<>();
            for (String person : allowed(operation)) {
                Answer answer = trials.send(
                        signedIn(mine, person, operation), operation, mine, Trials.subject(operation, mine, person));
                assertThat(answer.status() < 300 || NOT_NOW.contains(answer.status()))
                        .as("%s as %s: %s %s", operation, person, answer.status(), answer.raw())
                        .isTrue();
                assertThat(document.contradictions(operation, answer))
                        .as(answer.raw())
                        .isEmpty();
                worked |= answer.status() < 300;
                answers.add(answer.raw());
                canBeFound(answer, signedIn(mine, person, operation));
            }
            assertThat(worked || allowed(operation).isEmpty() || operation.id().equals("meChangePassword"))
                    .as("%s: nobody could really do it: %s", operation, answers)
                    .isTrue();
        });
    }

    /** What was created is where the answer says, and its creator may read it. */
    private static void canBeFound(Answer created, Api creator) {
        if (created.status() == 201) {
            String path = created.header("Location").replaceFirst("^(https?://[^/]*)?/api/v1", "");
            creator.get(path).require(200);
        }
    }

    private static List<String> allowed(Operation operation) {
        return PEOPLE.entrySet().stream()
                .filter(person -> operation.roles().contains(person.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whoBelongsToAnotherCompanySeesNothingOfThisOne() {
        return forEach(operation -> isKeptApart(operation, mine, theirs));
    }

    @TestFactory
    Stream<DynamicTest> andTheOtherWayRound() {
        return forEach(operation -> isKeptApart(operation, theirs, mine));
    }

    private void isKeptApart(Operation operation, Scene here, Scene elsewhere) {
        if (operation.isPublic()) {
            return; // tried as nobody
        }
        Subject subject = Trials.subject(operation, here);
        for (String person : allowed(operation)) {
            Api stranger = signedIn(elsewhere, person, operation);
            Answer answer = trials.send(stranger, operation, here, subject);
            if (operation.hasIdInPath()) {
                isRefused(answer, 404);
                isRefused(trials.sendNonsense(stranger, operation, subject), 404);
            } else if (!operation.method().equals("GET") && named(operation)) {
                assertThat(answer.status())
                        .as(answer.request() + " " + answer.raw())
                        .isIn(404, 422);
            }
            assertThat(here.isToldBy(answer))
                    .as(operation + " as " + person + ": " + answer.raw())
                    .isFalse();
            if (operation.method().equals("GET") && !operation.hasIdInPath()) {
                Answer all = trials.sendUnfiltered(stranger, operation).require(200);
                assertThat(here.isToldBy(all)).as(all.raw()).isFalse();
            }
        }
    }

    /** Whether things of a company are named in what is sent. */
    private boolean named(Operation operation) {
        return operation.queryParameters().stream().anyMatch(mine.idsByParameter()::containsKey)
                || NAMING.matcher(trials.example(operation).toString()).find();
    }

    @Test
    void theOperatorFoundsACompany() {
        Operation found = document.operations().stream()
                .filter(operation -> operation.id().equals("companyCreate"))
                .findFirst()
                .orElseThrow();
        Answer answer = trials.send(World.first().as("admin"), found, mine, Subject.NOTHING)
                .require(201);
        assertThat(document.contradictions(found, answer)).isEmpty();
        assertThat(answer.header("Location")).endsWith("/api/v1/companies/" + answer.id());
        canBeFound(answer, World.first().as("admin"));
    }

    /** The first company's administrator founds companies, and sees nothing inside them. */
    @TestFactory
    Stream<DynamicTest> theOperatorSeesNothingInsideACompany() {
        return forEach(operation -> {
            if (operation.isPublic()
                    || !operation.roles().contains("ADMIN")
                    || operation.id().equals("authSignOut")) {
                return;
            }
            Subject subject = Trials.subject(operation, mine);
            Answer answer = trials.send(World.first().as("admin"), operation, mine, subject);
            assertThat(mine.isToldBy(answer)).as(answer.raw()).isFalse();
            if (operation.hasIdInPath()) {
                isRefused(answer, 404);
            }
        });
    }

    private static void isRefused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.request() + ": " + answer.raw()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
