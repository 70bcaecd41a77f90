package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists, page by page, while others write. */
@HttpTest
class PagingTest {
    private static final int MANY = 205;
    private static World world;

    @BeforeAll
    static void manyBuildings() {
        world = World.fresh();
        for (int i = 0; i < MANY; i++) {
            addBuilding("楼" + i);
        }
    }

    private static String list() {
        return "/communities/" + world.id("community") + "/buildings";
    }

    private static Api admin() {
        return world.as("admin");
    }

    private static String addBuilding(String name) {
        return admin().post(list(), Map.of("name", name)).require(201).id();
    }

    private static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        page.body().path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static List<String> walk(Api api, String path, Runnable betweenPages) {
        List<String> all = new ArrayList<>();
        String separator = path.contains("?") ? "&" : "?";
        Answer page = api.get(path).require(200);
        all.addAll(ids(page));
        while (!page.body().path("nextCursor").isNull()) {
            betweenPages.run();
            page = api.get(path + separator + "cursor=" + page.text("/nextCursor"))
                    .require(200);
            all.addAll(ids(page));
        }
        return all;
    }

    @Test
    void whoeverPagesSeesEverythingOnceAlthoughOthersInsert() {
        List<String> before = walk(admin(), list() + "?limit=200", () -> {});
        int[] added = {0};
        List<String> seen = walk(admin(), list() + "?limit=60", () -> addBuilding("A新楼" + added[0]++));
        assertThat(added[0]).isGreaterThan(1);
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void workOrdersInsertedMeanwhileDoNotMoveTheOldOnes() {
        World first = World.first();
        Api desk = first.as("desk");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(org.bihuan.testing.WorkOrderFixtures.registered(first, "SUGGESTION")
                    .id());
        }
        List<String> seen = walk(
                desk,
                "/work-orders?kind=SUGGESTION&limit=2",
                () -> org.bihuan.testing.WorkOrderFixtures.registered(first, "SUGGESTION"));
        assertThat(seen).doesNotHaveDuplicates().containsAll(made);
    }

    @Test
    void pagesAreFiftyLongUnlessToldAndNeverLongerThanTwoHundred() {
        assertThat(ids(admin().get(list()))).hasSize(50);
        assertThat(ids(admin().get(list() + "?limit=1"))).hasSize(1);
        assertThat(ids(admin().get(list() + "?limit=500"))).hasSize(200);
        assertThat(ids(admin().get(list() + "?limit=99999999999"))).hasSize(200);
        for (String limit : List.of("0", "-1", "-99999999999")) {
            Answer refused = admin().get(list() + "?limit=" + limit);
            requireProblem(refused, 400);
            assertThat(errors(refused)).containsExactly("?limit TOO_SMALL");
        }
    }

    @Test
    void totalsAreCountedOnlyWhenAskedFor() {
        assertThat(admin().get(list()).body().has("total")).isFalse();
        int total = admin().get(list() + "?limit=1&withTotal=true")
                .body()
                .path("total")
                .asInt();
        assertThat(total)
                .isEqualTo(walk(admin(), list() + "?limit=200", () -> {}).size());
    }

    @Test
    void aCursorIsWorthNothingElsewhere() {
        String cursor = admin().get(list() + "?limit=1").text("/nextCursor");
        Api foreign = World.first().as("admin");
        List<Answer> refused = List.of(
                admin().get("/communities/" + world.id("elsewhere") + "/buildings?cursor=" + cursor),
                admin().get("/units?cursor=" + cursor),
                admin().get("/units?communityId=" + world.id("community") + "&cursor=" + cursor),
                foreign.get("/communities?cursor=" + cursor),
                admin().get(list() + "?cursor=" + cursor.substring(0, cursor.length() - 4)),
                admin().get(list() + "?cursor=" + (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1)),
                admin().get(list() + "?cursor=" + cursor.substring(24)),
                admin().get(list() + "?cursor="));
        for (Answer answer : refused) {
            requireProblem(answer, 400);
            assertThat(errors(answer)).containsExactly("?cursor CURSOR_NOT_FROM_THIS_LIST");
        }
        admin().get(list() + "?limit=3&withTotal=true&cursor=" + cursor).require(200);
    }

    @Test
    void aCursorIsBoundToItsFilterAndCompany() {
        Api other = World.other().as("admin");
        String cursor = admin().get("/accounts?limit=1").text("/nextCursor");
        requireProblem(admin().get("/accounts?role=MANAGER&cursor=" + cursor), 400);
        requireProblem(other.get("/accounts?cursor=" + cursor), 400);
        admin().get("/accounts?cursor=" + cursor).require(200);
    }
}
