package org.bihuan.ownerportal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.ownerportal.OwnerFixtures.act;
import static org.bihuan.ownerportal.OwnerFixtures.leak;
import static org.bihuan.ownerportal.OwnerFixtures.mine;
import static org.bihuan.ownerportal.OwnerFixtures.reported;
import static org.bihuan.testing.ApiDocument.texts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class MyWorkOrderTest {
    private final World world = World.first();
    private final Api owner = world.as("owner");
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    /** An owner who lived in a unit between two days, signed in. */
    private Api ownerOf(String name, String unit, LocalDate from, LocalDate to) {
        Map<String, Object> occupancy =
                new HashMap<>(Map.of("unitId", world.id(unit), "relation", "TENANT", "from", from.toString()));
        occupancy.put("to", to.toString());
        String resident = world.as("admin")
                .post("/residents", Map.of("name", name, "occupancies", List.of(occupancy)))
                .require(201)
                .id();
        String username = "owner." + resident;
        world.as("admin")
                .post(
                        "/accounts",
                        Map.of(
                                "username",
                                username,
                                "displayName",
                                name,
                                "password",
                                World.PASSWORD,
                                "roles",
                                List.of("OWNER"),
                                "residentId",
                                resident))
                .require(201);
        return Api.nobody().signedIn(username, World.PASSWORD);
    }

    @Test
    void anOwnerReportsFromHomeAndTheDeskHasItAtOnce() {
        Answer mine = reported();
        assertThat(mine.header("Location")).endsWith("/api/v1/my/work-orders/" + mine.id());
        assertThat(mine.text("/channel")).isEqualTo("PORTAL");
        assertThat(mine.text("/statusText")).isEqualTo("已受理");
        assertThat(mine.text("/nextStep")).startsWith("我们将在 ").endsWith(" 前安排好处理人员。");
        assertThat(mine.text("/location/unitCode")).isEqualTo("3-2-1202");
        assertThat(mine.text("/reporter/phone")).isEqualTo("+8613800138000");
        assertThat(texts(mine.body().at("/allowedActions"))).containsExactly("urge", "notes");
        Answer staff = world.as("desk").get("/work-orders/" + mine.id()).require(200);
        assertThat(staff.text("/reporter/residentId")).isEqualTo(world.id("resident"));
        assertThat(staff.text("/registeredBy/id")).isEqualTo(world.id("owner"));
        assertThat(mine.text("/notesTruncated")).isEqualTo("false");
        assertThat(mine(mine).body()).isEqualTo(mine.body());
    }

    @Test
    void ofVeryManyNotesTheNewestAreShown() {
        Answer mine = reported();
        Answer order = world.as("desk").get("/work-orders/" + mine.id()).require(200);
        for (int i = 1; i <= 51; i++) {
            world.as("desk")
                    .post("/work-orders/" + mine.id() + "/notes", Map.of("text", "进展 " + i, "visibility", "PUBLIC"))
                    .require(201);
        }
        act(mine, "notes", Map.of("text", "我的电话是…")).require(201);

        Answer seen = mine(mine);
        assertThat(seen.body().at("/notes")).hasSize(50);
        assertThat(seen.text("/notes/49/text")).isEqualTo("我的电话是…");
        assertThat(seen.text("/notes/0/text")).isEqualTo("进展 3");
        assertThat(seen.text("/notesTruncated")).isEqualTo("true");
        String link = order.text("/trackingUrl");
        Answer tracked = Api.nobody()
                .get("/track/" + link.substring(link.lastIndexOf('/') + 1))
                .require(200);
        assertThat(tracked.body().at("/notes")).hasSize(50);
        assertThat(tracked.text("/notes/49/text")).isEqualTo("进展 51");
        assertThat(tracked.text("/notesTruncated")).isEqualTo("true");
    }

    @Test
    void aMatterOutsideAnyUnitIsInTheCommunityTheyLiveIn() {
        Answer lobby =
                owner.post("/my/work-orders", leak(Map.of("position", "大堂"))).require(201);
        assertThat(lobby.body().at("/location/unitCode").isNull()).isTrue();
        Answer staff = world.as("desk").get("/work-orders/" + lobby.id()).require(200);
        assertThat(staff.text("/communityId")).isEqualTo(world.id("community"));
    }

    @Test
    void nobodyReportsForAUnitTheyDoNotLiveIn() {
        for (Map<String, ?> foreign : List.of(
                Map.of("unitCode", "3-2-1201"),
                Map.of("unitCode", "9-9-9999"),
                Map.of("unitId", world.id("neighbour")))) {
            Answer refused = owner.post("/my/work-orders", leak(foreign)).require(422);
            assertThat(refused.text("/errors/0/code")).isEqualTo("NOT_YOUR_HOME");
        }
        Map<String, Object> visit = leak(Map.of());
        visit.put("kind", "VISIT");
        owner.post("/my/work-orders", visit).require(422);
        Map<String, Object> elsewhere = leak(Map.of());
        elsewhere.put("communityId", world.id("elsewhere"));
        assertThat(owner.post("/my/work-orders", elsewhere).require(422).text("/errors/0/code"))
                .isEqualTo("UNKNOWN_COMMUNITY");
    }

    @Test
    void whoLivesInAUnitFollowsItsMattersOnlyFromTheirOwnTime() {
        Answer order = WorkOrderFixtures.registered(world);
        owner.get("/my/work-orders/" + order.id()).require(200);
        Api past = ownerOf("前租客", "unit", today.minusYears(3), today.minusDays(2));
        Api future = ownerOf("下任租客", "unit", today.plusDays(2), today.plusYears(1));
        Api neighbour = ownerOf("隔壁", "neighbour", today.minusYears(1), today.plusYears(1));
        for (Api stranger : List.of(past, future, neighbour, World.other().as("owner"))) {
            stranger.get("/my/work-orders/" + order.id()).require(404);
            stranger.post("/my/work-orders/" + order.id() + "/notes", Map.of("text", "?"))
                    .require(404);
            stranger.post("/my/work-orders/" + order.id() + "/rate", Map.of("nonsense", 1))
                    .require(404);
            assertThat(stranger.get("/my/work-orders").require(200).raw()).doesNotContain(order.id());
        }
        assertThat(past.post("/my/work-orders", leak(Map.of())).require(403).code())
                .isEqualTo("NO_PRESENT_HOME");
        world.as("desk").get("/my/work-orders").require(403);
    }

    @Test
    void anOwnerLearnsNothingAboutWhoElseReportedAndReadsNoInternalNotes() {
        Map<String, Object> byNeighbour = WorkOrderFixtures.repair(world);
        byNeighbour.put("reporter", Map.of("name", "邻居老周", "phone", "13511112222"));
        Answer order = world.as("desk").post("/work-orders", byNeighbour).require(201);
        String notes = "/work-orders/" + order.id() + "/notes";
        world.as("desk")
                .post(notes, Map.of("text", "业主难缠", "visibility", "INTERNAL"))
                .require(201);
        world.as("desk")
                .post(notes, Map.of("text", "师傅下午到", "visibility", "PUBLIC"))
                .require(201);
        Answer mine = mine(order);
        assertThat(mine.body().at("/reporter").isNull()).isTrue();
        assertThat(mine.raw())
                .doesNotContain("老周", "13511112222", "难缠", "first desk")
                .contains("师傅下午到");
    }

    @Test
    void aPublicNoteChangesTheTagOfWhatTheOwnerSees() {
        Answer before = reported();
        String path = "/my/work-orders/" + before.id();
        owner.with("If-None-Match", before.etag()).get(path).require(304);
        world.as("desk")
                .post("/work-orders/" + before.id() + "/notes", Map.of("text", "明早到", "visibility", "PUBLIC"))
                .require(201);
        assertThat(owner.with("If-None-Match", before.etag())
                        .get(path)
                        .require(200)
                        .raw())
                .contains("明早到");
    }

    @Test
    void theOwnerSeesWhoComesAndWhenInTheirLanguage() {
        Answer accepted = WorkOrderFixtures.accepted(world);
        Answer mine = mine(accepted);
        assertThat(mine.text("/assigneeName")).isEqualTo("first technician");
        assertThat(mine.text("/nextStep")).matches("师傅将在 \\d+月\\d+日 \\d\\d:\\d\\d 前到达。");
        assertThat(mine.body().at("/dueAt").isNull()).isFalse();
        Answer english = owner.with("Accept-Language", "en")
                .get("/my/work-orders/" + accepted.id())
                .require(200);
        assertThat(english.text("/statusText")).isEqualTo("A colleague has taken it on");
        assertThat(english.text("/nextStep")).matches("A colleague will be with you by \\d+ \\w+, \\d\\d:\\d\\d\\.");
    }

    @Test
    void theListIsPagedTheNewestFirst() {
        Api tenant = ownerOf("翻页", "neighbour", today.minusDays(3), today.plusYears(1));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.addFirst(tenant.post("/my/work-orders", leak(Map.of("unitCode", "3-2-1201")))
                    .require(201)
                    .id());
        }
        Answer first = tenant.get("/my/work-orders?limit=2&withTotal=true").require(200);
        assertThat(first.text("/items/0/id")).isEqualTo(ids.get(0));
        assertThat(first.text("/items/1/id")).isEqualTo(ids.get(1));
        assertThat(first.body().at("/total").asInt()).isGreaterThanOrEqualTo(3);
        Answer second = tenant.get("/my/work-orders?limit=2&cursor=" + first.text("/nextCursor"))
                .require(200);
        assertThat(second.text("/items/0/id")).isEqualTo(ids.get(2));
        Answer read = tenant.get("/my/work-orders/" + ids.get(2)).require(200);
        assertThat(second.text("/items/0/version")).isEqualTo(read.text("/version"));
        assertThat(second.text("/items/0/nextStep")).isEqualTo(read.text("/nextStep"));
    }
}
