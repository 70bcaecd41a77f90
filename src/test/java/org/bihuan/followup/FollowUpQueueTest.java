package org.bihuan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HttpTest
class FollowUpQueueTest {
    private final World world = World.first();

    private static List<String> values(Answer list, String field) {
        return StreamSupport.stream(list.body().get("items").spliterator(), false)
                .map((JsonNode item) -> item.get(field).asText())
                .toList();
    }

    @Test
    void theQueueHasWhatWaitsForItsCallAndNothingElse() {
        World fresh = World.fresh();
        Answer waiting = FollowUps.ofARepair(fresh);
        Answer done = FollowUps.attempted(fresh, FollowUps.ofARepair(fresh), "REFUSED");

        Answer queue = fresh.as("desk").get("/follow-ups?status=SCHEDULED").require(200);
        assertThat(values(queue, "id")).containsExactly(waiting.id());
        Answer ended =
                fresh.as("desk").get("/follow-ups?status=DONE&status=WAIVED").require(200);
        assertThat(values(ended, "id")).containsExactly(done.id());
        Answer all = fresh.as("desk")
                .get("/follow-ups?withTotal=true&communityId=" + fresh.id("community"))
                .require(200);
        assertThat(values(all, "id")).containsExactlyInAnyOrder(waiting.id(), done.id());
        assertThat(all.text("/total")).isEqualTo("2");
        assertThat(values(fresh.as("desk").get("/follow-ups?communityId=" + fresh.id("elsewhere")), "id"))
                .isEmpty();
    }

    @Test
    void theQueueIsInTheOrderOfDueTimesPageByPage() {
        World fresh = World.fresh();
        Answer later = FollowUps.ofARepair(fresh);
        FollowUps.attempt(
                        fresh,
                        "desk",
                        later,
                        Map.of(
                                "outcome",
                                "CALL_BACK",
                                "callBackAt",
                                Instant.now().plus(Duration.ofDays(20)).toString()))
                .require(200);
        Answer first = FollowUps.ofARepair(fresh);
        Answer second = FollowUps.ofARepair(fresh);

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = fresh.as("manager")
                    .get("/follow-ups?limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .require(200);
            seen.addAll(values(page, "id"));
            cursor = page.body().get("nextCursor").isNull() ? "" : page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly(first.id(), second.id(), later.id());
    }

    @Test
    void theQueueCanBeCutAtADueTime() {
        World fresh = World.fresh();
        Answer followUp = FollowUps.ofARepair(fresh);
        Instant due = Instant.parse(followUp.text("/dueAt"));

        assertThat(values(fresh.as("desk").get("/follow-ups?dueBefore=" + due), "id"))
                .isEmpty();
        assertThat(values(fresh.as("desk").get("/follow-ups?dueBefore=" + due.plusMillis(1)), "id"))
                .containsExactly(followUp.id());
    }

    @ParameterizedTest
    @CsvSource({"00:00-24:00,true", "03:00-03:01,false"})
    void aCallIsProposedInTheCommunitysCallingHoursOnly(String hours, boolean proposed) {
        World fresh = World.fresh();
        String path = "/communities/" + fresh.id("community");
        fresh.as("admin")
                .patch(path, Map.of("callingHours", hours), fresh.as("admin").get(path))
                .require(200);

        Answer followUp = FollowUps.ofARepair(fresh);
        // A minute in the night: whoever runs this test in it must wait for the next one.
        assertThat(followUp.body().get("callNow").asBoolean()).isEqualTo(proposed);
        Instant opens = Instant.parse(followUp.text("/notBefore"));
        assertThat(opens.isAfter(Instant.now())).isEqualTo(!proposed);
    }

    @ParameterizedTest
    @CsvSource({"technician,403", "owner,403", "admin,403", "strangerDesk,404"})
    void onlyTheDeskOfTheCommunitySeesIt(String person, int status) {
        Answer followUp = FollowUps.ofARepair(world);

        assertThat(world.as(person).get("/follow-ups/" + followUp.id()).status())
                .isEqualTo(status);
        assertThat(FollowUps.attempt(world, person, followUp, Map.of("outcome", "BUSY"))
                        .status())
                .isEqualTo(status);
        assertThat(FollowUps.attempt(world, person, followUp, Map.of("no such", "field"))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "manager"})
    void anotherCompanySeesNothing(String person) {
        Answer followUp = FollowUps.ofARepair(world);

        assertThat(World.other().as(person).get("/follow-ups/" + followUp.id()).status())
                .isEqualTo(404);
        assertThat(values(World.other().as(person).get("/follow-ups"), "id")).doesNotContain(followUp.id());
        assertThat(FollowUps.attempt(World.other(), person, followUp, Map.of("outcome", "BUSY"))
                        .status())
                .isEqualTo(404);
    }
}
