package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.bihuan.workorder.LegalMoves.Legal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every status × every verb × everybody: each legal move succeeds, every other is refused and changes nothing. */
@HttpTest
class EveryMoveTest {
    /** Who they are towards the order: T, D, M; nobody at all for the rest. */
    private static final Map<String, String> PEOPLE = Map.of(
            "technician",
            "T",
            "desk",
            "D",
            "manager",
            "M",
            "technician2",
            "",
            "strangerDesk",
            "",
            "admin",
            "",
            "owner",
            "");

    private static final List<String> FOR_TECHNICIANS =
            List.of("accept", "decline", "start", "hold", "resume", "complete");

    private final World world = World.first();

    @TestFactory
    Stream<DynamicTest> everyStatusWithEveryVerbByEverybody() {
        return LegalMoves.states().stream().map(state -> dynamicTest("in " + state, () -> everythingIn(state)));
    }

    private void everythingIn(String state) {
        Answer untouched = in(state);
        for (String verb : LegalMoves.VERBS) {
            PEOPLE.forEach((person, who) -> {
                Legal legal = LegalMoves.find(state, verb)
                        .filter(move -> !who.isEmpty() && move.who().contains(who))
                        .orElse(null);
                if (legal != null) {
                    succeeds(in(state), person, verb, legal);
                } else {
                    isRefused(untouched, state, person, verb);
                }
            });
        }
        Answer after = world.as("manager").get("/work-orders/" + untouched.id()).require(200);
        assertThat(after.etag()).as("a refused move changes nothing").isEqualTo(untouched.etag());
    }

    private void succeeds(Answer order, String person, String verb, Legal legal) {
        Answer answer = tryIt(order, person, verb);
        assertThat(answer.status()).as("%s %s: %s", person, verb, answer.raw()).isEqualTo(200);
        assertThat(answer.text("/status")).as(verb).isEqualTo(legal.to());
    }

    private void isRefused(Answer order, String state, String person, String verb) {
        Answer answer = tryIt(order, person, verb);
        int expected = refusal(order, state, person, verb);
        assertThat(answer.status())
                .as("%s may not %s in %s: %s", person, verb, state, answer.raw())
                .isEqualTo(expected);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        if (expected == 409) {
            assertThat(answer.text("/currentStatus")).isEqualTo(order.text("/status"));
            Answer seen = world.as(person).get("/work-orders/" + order.id()).require(200);
            assertThat(answer.body().get("allowedActions"))
                    .isEqualTo(seen.body().get("allowedActions"));
        }
    }

    private int refusal(Answer order, String state, String person, String verb) {
        boolean roleMayEver = switch (person) {
            case "admin", "owner" -> false;
            case "technician", "technician2" -> FOR_TECHNICIANS.contains(verb);
            case "manager" -> true;
            default -> !verb.equals("close");
        };
        if (!roleMayEver) {
            return 403;
        }
        boolean theirs =
                person.equals("technician") && order.text("/assignee/id").equals(world.id("technician"));
        boolean sees = theirs || person.equals("desk") || person.equals("manager");
        if (!sees) {
            return 404;
        }
        return LegalMoves.find(state, verb).isPresent() ? 403 : 409;
    }

    private Answer tryIt(Answer order, String person, String verb) {
        Map<String, Object> body =
                verb.equals("complete") && order.text("/status").equals("REGISTERED")
                        ? Map.of("resolution", "已在前台答复", "code", "ANSWERED_AT_DESK")
                        : WorkOrderFixtures.bodyOf(world, verb);
        return world.as(person).post("/work-orders/" + order.id() + "/" + verb, body, order);
    }

    private Answer in(String state) {
        return switch (state) {
            case "REGISTERED" -> WorkOrderFixtures.registered(world);
            case "REGISTERED_INQUIRY" -> WorkOrderFixtures.registered(world, "INQUIRY");
            case "DISPATCHED" -> WorkOrderFixtures.dispatched(world);
            case "ACCEPTED" -> WorkOrderFixtures.accepted(world);
            case "IN_PROGRESS" -> WorkOrderFixtures.inProgress(world);
            case "HELD_IN_REGISTERED" -> WorkOrderFixtures.onHold(world, WorkOrderFixtures.registered(world));
            case "HELD_IN_DISPATCHED" -> WorkOrderFixtures.onHold(world, WorkOrderFixtures.dispatched(world));
            case "HELD_IN_ACCEPTED" -> WorkOrderFixtures.onHold(world, WorkOrderFixtures.accepted(world));
            case "HELD_IN_IN_PROGRESS" -> WorkOrderFixtures.onHold(world, WorkOrderFixtures.inProgress(world));
            case "COMPLETED" -> WorkOrderFixtures.completed(world);
            case "CLOSED" -> WorkOrderFixtures.closed(world);
            case "CANCELLED" -> WorkOrderFixtures.cancelled(world);
            default -> throw new IllegalArgumentException(state);
        };
    }
}
