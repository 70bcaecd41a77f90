package org.bihuan.savedview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.Assertions;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters that are kept under a name. */
@HttpTest
class SavedViewTest {
    private final World world = World.first();

    private static Map<String, Object> view(String name, Map<String, ?> filter) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", name);
        wanted.put("list", "WORK_ORDERS");
        wanted.put("filter", filter);
        return wanted;
    }

    private static Map<String, Object> shared(String name, String community) {
        Map<String, Object> wanted = view(name, Map.of("open", true));
        wanted.put("shared", true);
        if (!community.isEmpty()) {
            wanted.put("communityId", community);
        }
        return wanted;
    }

    private static List<String> names(Api api, String query) {
        return StreamSupport.stream(
                        api.get("/views?limit=200" + query)
                                .require(200)
                                .body()
                                .path("items")
                                .spliterator(),
                        false)
                .map(item -> item.path("name").asText())
                .toList();
    }

    @Test
    void whatWasSavedIsAskedOfTheListAsItIsNow() {
        World fresh = World.fresh();
        String made = WorkOrderFixtures.registered(fresh).id();
        WorkOrderFixtures.cancelled(fresh);
        Map<String, Object> wanted = view(
                "今天的新单",
                Map.of("status", List.of("REGISTERED", "DISPATCHED"), "createdFrom", "TODAY", "dueFrom", "NOW-PT2H"));
        wanted.put("sort", "-createdAt");
        Answer saved = fresh.as("desk").post("/views", wanted).require(201);
        assertThat(saved.body().at("/filter/createdFrom").asText()).isEqualTo("TODAY");

        Answer query = fresh.as("desk").get("/views/" + saved.id() + "/query").require(200);
        Answer list = fresh.as("desk")
                .get(query.text("/path") + "?" + query.text("/query"))
                .require(200);
        assertThat(list.body().path("items")).hasSize(1);
        assertThat(list.text("/items/0/id")).isEqualTo(made);
        String since =
                query.text("/query").replaceAll(".*createdFrom=([^&]*).*", "$1").replace("%3A", ":");
        Instant midnight = Instant.parse(since);
        assertThat(midnight)
                .isBeforeOrEqualTo(Instant.now())
                .isAfter(Instant.now().minus(Duration.ofDays(1)));
        assertThat(midnight.toString()).endsWith("T16:00:00Z"); // in Shanghai
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WORK_ORDERS|nosuch|1|/filter/nosuch UNKNOWN_PARAMETER",
                "WORK_ORDERS|status|OPEN|/filter/status NOT_ONE_OF",
                "WORK_ORDERS|createdFrom|YESTERDAY|/filter/createdFrom WRONG_FORMAT",
                "WORK_ORDERS|phone|abc|/filter/phone PHONE_NOT_USABLE",
                "WORK_ORDERS|sort|dueAt|/filter/sort UNKNOWN_PARAMETER",
                "WORK_ORDERS|cursor|x|/filter/cursor UNKNOWN_PARAMETER",
                "FOLLOW_UPS|priority|URGENT|/filter/priority UNKNOWN_PARAMETER",
                "FOLLOW_UPS|callNow|maybe|/filter/callNow WRONG_FORMAT",
                "INTERACTIONS|channel|PIGEON|/filter/channel NOT_ONE_OF",
                "INTERACTIONS|a/b~c|x|/filter/a~1b~0c UNKNOWN_PARAMETER"
            })
    void theFilterIsCheckedAsTheListWould(String list, String name, String value, String error) {
        Map<String, Object> wanted = view("x", Map.of(name, value));
        wanted.put("list", list);
        Answer refused = world.as("desk").post("/views", wanted);
        requireProblem(refused, 422);
        assertThat(errors(refused)).containsExactly(error);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Map<String, Object> wanted =
                view("x", Map.of("nosuch", 1, "kind", List.of("REPAIR", "WAR"), "unitId", Map.of()));
        wanted.put("sort", "colour");
        wanted.put("communityId", world.id("community"));
        Answer refused = world.as("manager").post("/views", wanted);
        requireProblem(refused, 422);
        assertThat(errors(refused))
                .contains(
                        "/filter/nosuch UNKNOWN_PARAMETER",
                        "/filter/kind NOT_ONE_OF",
                        "/filter/unitId WRONG_TYPE",
                        "/communityId NOT_SHARED");
    }

    @Test
    void ownOnesAreNobodyElses() {
        Answer own = world.as("desk").post("/views", view("只给自己", Map.of())).require(201);
        for (String person : List.of("desk2", "manager", "admin", "technician")) {
            assertThat(world.as(person).get("/views/" + own.id()).status()).isEqualTo(404);
            assertThat(world.as(person).get("/views/" + own.id() + "/query").status())
                    .isEqualTo(404);
            assertThat(names(world.as(person), "")).doesNotContain("只给自己");
        }
        assertThat(names(world.as("desk"), "&list=WORK_ORDERS")).contains("只给自己");
        assertThat(names(world.as("desk"), "&list=FOLLOW_UPS")).doesNotContain("只给自己");
        world.as("desk")
                .with("If-Match", own.etag())
                .send("DELETE", "/views/" + own.id(), null, null)
                .require(204);
        assertThat(world.as("desk").get("/views/" + own.id()).status()).isEqualTo(404);
    }

    @Test
    void managersShareWithACommunityOfTheirsAndAdministratorsWithAll() {
        String here = world.id("community");
        Answer ours = world.as("manager").post("/views", shared("小区共享", here)).require(201);
        Answer all = world.as("admin").post("/views", shared("公司共享", "")).require(201);
        for (String person : List.of("desk", "desk2", "technician", "manager")) {
            assertThat(names(world.as(person), "")).contains("小区共享", "公司共享");
        }
        assertThat(names(world.as("strangerDesk"), "")).contains("公司共享").doesNotContain("小区共享");
        assertThat(world.as("strangerDesk").get("/views/" + ours.id()).status()).isEqualTo(404);
        assertThat(World.other().as("desk").get("/views/" + all.id()).status()).isEqualTo(404);

        requireProblem(world.as("desk").post("/views", shared("x", here)), 403);
        assertThat(errors(world.as("manager").post("/views", shared("x", ""))))
                .containsExactly("/communityId SHARE_WITH_A_COMMUNITY");
        assertThat(errors(world.as("manager").post("/views", shared("x", world.id("elsewhere")))))
                .containsExactly("/communityId UNKNOWN_COMMUNITY");
        assertThat(errors(world.as("admin")
                        .post("/views", shared("x", World.other().id("community")))))
                .containsExactly("/communityId UNKNOWN_COMMUNITY");
    }

    @Test
    void sharedOnesAreChangedByWhoeverMayShareThem() {
        Answer ours = world.as("manager")
                .post("/views", shared("谁可以改", world.id("community")))
                .require(201);
        String path = "/views/" + ours.id();
        assertThat(world.as("desk").patch(path, Map.of("name", "x"), ours).status())
                .isEqualTo(403);
        Answer changed = world.as("admin")
                .patch(path, Map.of("filter", Map.of("overdue", true)), ours)
                .require(200);
        assertThat(changed.body().path("filter").size()).isEqualTo(2);
        assertThat(world.as("manager").patch(path, Map.of("name", "y"), ours).status())
                .isEqualTo(412);
        assertThat(world.as("manager")
                        .send("PATCH", path, Map.of("name", "y"), "application/merge-patch+json")
                        .status())
                .isEqualTo(428);
    }

    @Test
    void everybodyNamesTheirOwnOnceAndKeepsFiftyOfThem() {
        World fresh = World.fresh();
        Api desk = fresh.as("desk");
        for (int i = 0; i < 50; i++) {
            desk.post("/views", view("View " + i, Map.of())).require(201);
        }
        Answer many = desk.post("/views", view("one more", Map.of()));
        requireProblem(many, 422);
        Assertions.assertThat(errors(many)).containsExactly(" TOO_MANY_VIEWS");
        fresh.as("desk2").post("/views", view("View 1", Map.of())).require(201);
        Answer twice = fresh.as("desk2").post("/views", view("VIEW 1", Map.of()));
        assertThat(errors(twice)).containsExactly("/name NAME_TAKEN");
        Answer mine = fresh.as("desk2").post("/views", view("VIEW 2", Map.of())).require(201);
        Answer renamed = fresh.as("desk2").patch("/views/" + mine.id(), Map.of("name", "view 1"), mine);
        assertThat(errors(renamed)).containsExactly("/name NAME_TAKEN");
        fresh.as("desk2")
                .patch("/views/" + mine.id(), Map.of("name", "view 2"), mine)
                .require(200);
    }

    @Test
    void listsOthersReadAreTheirs() {
        Map<String, Object> wanted = view("x", Map.of());
        wanted.put("list", "FOLLOW_UPS");
        Answer refused = world.as("technician").post("/views", wanted);
        assertThat(errors(refused)).containsExactly("/list LIST_OF_OTHERS");
    }
}
