package org.bihuan.shared.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bihuan.shared.queue.QueueRows.unique;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.JobHandler.Result;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.DeadJobs;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** What an administrator sees of jobs that were given up, and does about them. */
@HttpTest
class DeadLetterTest {
    @Inject
    QueueRows rows;

    @Inject
    ScriptedHandler handler;

    @Inject
    Clock clock;

    private final World world = World.first();

    private Answer get(String path) {
        return world.as("admin").get(path).require(200);
    }

    private static List<String> keys(Answer list) {
        List<String> keys = new ArrayList<>();
        for (JsonNode item : list.body().at("/items")) {
            keys.add(item.path("key").asText());
        }
        return keys;
    }

    private List<String> everyPage(String path) {
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = get(path + cursor);
            keys.addAll(keys(page));
            cursor = page.body().at("/nextCursor").isNull() ? "" : "&cursor=" + page.text("/nextCursor");
        } while (!cursor.isEmpty());
        return keys;
    }

    @Test
    void deadOnesAreListedFromTheLatestPageByPage() {
        String kind = unique("LISTED");
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            added.addFirst(unique("k"));
            DeadJobs.add(world, kind, added.getFirst());
        }
        assertThat(everyPage("/jobs?limit=3&kind=" + kind)).isEqualTo(added);
        assertThat(everyPage("/jobs?limit=200")).containsSubsequence(added);
        assertThat(get("/jobs?withTotal=true&kind=" + kind).body().path("total").asInt())
                .isEqualTo(7);
        assertThat(keys(get("/jobs?state=READY&kind=" + kind))).isEmpty();
    }

    @Test
    void readyOnesAreListedFromTheFirstThatIsDue() {
        String kind = unique("LISTED");
        UUID company = QueueRows.company(world);
        for (String minutes : List.of("30", "10", "20", "40")) {
            rows.add(company, kind, minutes, clock.instant().plus(Duration.ofMinutes(Long.parseLong(minutes))));
        }
        assertThat(everyPage("/jobs?state=READY&limit=1&kind=" + kind)).containsExactly("10", "20", "30", "40");
    }

    @Test
    void aDeadOneIsRunAgainWithAllItsTries() {
        String key = unique("k");
        handler.on(key, job -> new Result.Hopeless("not yet mended"));
        rows.add(QueueRows.company(world), ScriptedHandler.KIND, key, clock.instant());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rows.state(ScriptedHandler.KIND, key).equals("DEAD"));
        String id = get("/jobs?kind=" + ScriptedHandler.KIND).text("/items/0/id");
        Answer dead = get("/jobs/" + id);
        assertThat(dead.text("/lastError")).isEqualTo("not yet mended");
        handler.on(key, job -> Result.DONE);
        Answer again =
                world.as("admin").post("/jobs/" + id + "/run", null, dead).require(200);
        assertThat(again.text("/state")).isEqualTo("READY");
        assertThat(again.body().path("attempts").asInt()).isZero();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/jobs/" + id).text("/state").equals("DONE"));
        assertThat(handler.callsOf(key)).hasSize(2).allMatch(call -> call.job().attempt() == 1);
    }

    @Test
    void whatIsNotDeadIsNotRunAgain() {
        String kind = unique("WAITING");
        rows.add(QueueRows.company(world), kind, "k", clock.instant().plusSeconds(3600));
        Answer waiting = get("/jobs/" + get("/jobs?state=READY&kind=" + kind).text("/items/0/id"));
        Answer refused = world.as("admin").post("/jobs/" + waiting.id() + "/run", Map.of(), waiting);
        requireProblem(refused, 409);
        assertThat(refused.code()).isEqualTo("JOB_NOT_DEAD");
        assertThat(refused.text("/currentStatus")).isEqualTo("READY");
    }

    @Test
    void whoMeansAnEarlierVersionIsRefusedAndWhoNamesNoneToo() {
        String id = DeadJobs.add(world, unique("STALE"), "k");
        Answer dead = get("/jobs/" + id);
        requireProblem(world.as("admin").post("/jobs/" + id + "/run", null), 428);
        world.as("admin").post("/jobs/" + id + "/run", null, dead).require(200);
        requireProblem(world.as("admin").post("/jobs/" + id + "/run", null, dead), 412);
    }

    @Test
    void anotherCompanysAreNotThere() {
        String id = DeadJobs.add(World.other(), unique("FOREIGN"), "k");
        requireProblem(world.as("admin").get("/jobs/" + id), 404);
        requireProblem(world.as("admin").post("/jobs/" + id + "/run", null), 404);
        requireProblem(world.as("manager").get("/jobs"), 403);
    }
}
