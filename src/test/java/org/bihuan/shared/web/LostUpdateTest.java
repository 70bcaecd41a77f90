package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.AtOnce;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Many people at one work order (quality.md, Lost updates). */
@HttpTest
class LostUpdateTest {
    private static final int CLIENTS = 16;
    private static final int EDITS = 1000;

    /** Four clients at each: enough that most edits meet another one, few enough that the test ends soon. */
    private static final int ORDERS = 4;

    private static final int RACES = 50;

    @Test
    void ofAThousandRacingEditsNoneIsLost() {
        World world = World.first();
        List<String> paths = Stream.generate(() ->
                        "/work-orders/" + WorkOrderFixtures.registered(world).id())
                .limit(ORDERS)
                .toList();
        AtomicInteger next = new AtomicInteger();
        List<Integer> refused = AtOnce.run(IntStream.range(0, CLIENTS)
                .mapToObj(client -> () ->
                        editUntilDone(world.as(client % 2 == 0 ? "desk" : "desk2"), paths.get(client % ORDERS), next)));
        List<String> found = new ArrayList<>();
        for (String path : paths) {
            Answer after = world.as("desk").get(path);
            List<String> tokens = List.of(after.text("/description").split(" ", -1));
            found.addAll(tokens.subList(1, tokens.size()));
            assertThat(after.body().path("version").asInt()).isEqualTo(tokens.size() - 1);
        }
        List<String> made =
                IntStream.range(0, EDITS).mapToObj(i -> Integer.toString(i, 36)).toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(made);
        assertThat(refused.stream().mapToInt(times -> times).sum())
                .as("how often somebody else was faster")
                .isGreaterThan(EDITS / 2);
    }

    /** @return how often somebody else was faster */
    private static int editUntilDone(Api api, String path, AtomicInteger next) {
        int refused = 0;
        for (int edit = next.getAndIncrement(); edit < EDITS; edit = next.getAndIncrement()) {
            Answer present = api.get(path);
            while (!append(api, path, present, edit)) {
                refused++;
                present = api.get(path);
            }
        }
        return refused;
    }

    private static boolean append(Api api, String path, Answer present, int edit) {
        String longer = present.text("/description") + " " + Integer.toString(edit, 36);
        Answer answer = api.patch(path, Map.of("description", longer), present);
        if (answer.status() != 200) {
            requireProblem(answer, 412);
        }
        return answer.status() == 200;
    }

    @Test
    void ofTwoWhoDispatchAtOnceOneIsTooLate() {
        World world = World.first();
        for (int race = 0; race < RACES; race++) {
            Answer order = WorkOrderFixtures.registered(world);
            Stream<Callable<Answer>> both =
                    Stream.of(dispatch("desk", "technician", order), dispatch("desk2", "technician2", order));
            List<Answer> answers = AtOnce.run(both);
            Answer won = answers.get(answers.get(0).status() == 200 ? 0 : 1).require(200);
            Answer lost = answers.get(answers.get(0).status() == 200 ? 1 : 0);
            requireProblem(lost, lost.status() == 409 ? 409 : 412);
            Answer after = world.as("desk").get("/work-orders/" + order.id());
            assertThat(after.text("/assignee/id")).isEqualTo(won.text("/assignee/id"));
            assertThat(after.etag()).isEqualTo(won.etag());
        }
    }

    private static Callable<Answer> dispatch(String who, String to, Answer order) {
        World world = World.first();
        return () -> world.as(who)
                .post("/work-orders/" + order.id() + "/dispatch", Map.of("assigneeId", world.id(to)), order);
    }
}
