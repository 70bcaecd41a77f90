package org.bihuan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.search.SearchedEstate.encoded;
import static org.bihuan.search.SearchedEstate.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** Who finds what, and that it is always found as it is now. */
@HttpTest
class SearchScopeTest {
    private final World world = World.fresh();
    private final Api desk = world.as("desk");

    private static List<String> found(Api as, String typed) {
        List<String> ids = new ArrayList<>();
        search(as, typed)
                .require(200)
                .body()
                .path("items")
                .forEach(hit -> ids.add(hit.path("id").asText()));
        return ids;
    }

    private Answer report(String description) {
        return desk.post("/work-orders", WorkOrderFixtures.matter(world, "REPAIR", description))
                .require(201);
    }

    private Answer call(String notes) {
        return desk.post(
                        "/interactions",
                        Map.of(
                                "communityId",
                                world.id("community"),
                                "channel",
                                "CALL",
                                "startedAt",
                                "2026-11-23T01:12:00Z",
                                "notes",
                                notes))
                .require(201);
    }

    @Test
    void everybodyFindsOnlyWhatTheyMaySee() {
        Answer order = report("顶楼的蜂窝需要处理");
        Answer call = call("又问了蜂窝的事");
        assertThat(found(desk, "蜂窝")).containsExactly(order.id(), call.id());
        assertThat(found(world.as("manager"), "蜂窝")).containsExactly(order.id(), call.id());
        for (String nobody : List.of("strangerDesk", "technician", "admin")) {
            assertThat(found(world.as(nobody), "蜂窝")).as(nobody).isEmpty();
        }
        assertThat(found(World.other().as("desk"), "蜂窝")).isEmpty();
        search(world.as("owner"), "蜂窝").require(403);
        search(Api.nobody(), "蜂窝").require(401);
        WorkOrderFixtures.dispatch(world, order);
        assertThat(found(world.as("technician"), "蜂窝")).containsExactly(order.id());
        assertThat(found(world.as("technician"), order.text("/number"))).containsExactly(order.id());
        assertThat(found(world.as("technician2"), "蜂窝")).isEmpty();
    }

    @Test
    void administratorsFindUnitsAndResidentsOfTheWholeCompany() {
        report("管理员看不到的工单");
        assertThat(found(world.as("admin"), "wangfang")).containsExactly(world.id("resident"));
        assertThat(found(world.as("admin"), "3栋2单元1202")).containsExactly(world.id("unit"), world.id("resident"));
        assertThat(found(world.as("admin"), "管理员看不到")).isEmpty();
        assertThat(found(world.as("strangerDesk"), "wangfang")).isEmpty();
        assertThat(found(world.as("strangerDesk"), "3-2-1202")).isEmpty();
        assertThat(found(world.as("technician"), "3-2-1202")).containsExactly(world.id("unit"));
        assertThat(found(World.other().as("admin"), "13800138000")).doesNotContain(world.id("resident"));
    }

    @Test
    void aCommunityOfSomebodyElseHasNothingInIt() {
        report("门口的石狮子");
        String path = "/search?q=" + encoded("石狮子") + "&communityId=";
        assertThat(desk.get(path + world.id("community")).require(200).body().path("items"))
                .hasSize(1);
        assertThat(desk.get(path + world.id("elsewhere")).require(200).body().path("items"))
                .isEmpty();
    }

    @Test
    void aTypeAndALimitNarrowTheAnswer() {
        report("风铃的声音");
        report("风铃又响了");
        call("风铃是谁家的");
        String path = "/search?q=" + encoded("风铃");
        assertThat(desk.get(path).require(200).body().path("items")).hasSize(3);
        JsonNode one = desk.get(path + "&type=INTERACTION").require(200).body().path("items");
        assertThat(one).hasSize(1);
        assertThat(one.at("/0/matched/0/field").asText()).isEqualTo("notes");
        JsonNode newest = desk.get(path + "&limit=1").require(200).body().path("items");
        assertThat(newest).hasSize(1);
        assertThat(newest.at("/0/text").asText()).isEqualTo("风铃又响了");
    }

    @Test
    void anOrderIsFoundByWhatItSaysNow() {
        Answer order = report("琉璃瓦碎了");
        assertThat(found(desk, "琉璃瓦")).containsExactly(order.id());
        Answer changed = desk.patch("/work-orders/" + order.id(), Map.of("description", "青石板碎了"), order)
                .require(200);
        assertThat(found(desk, "琉璃瓦")).isEmpty();
        assertThat(found(desk, "青石板")).containsExactly(order.id());
        desk.post("/work-orders/" + order.id() + "/notes", Map.of("text", "需要云梯", "visibility", "INTERNAL"))
                .require(201);
        assertThat(found(desk, "云梯")).containsExactly(order.id());
        Answer again = desk.patch("/work-orders/" + order.id(), Map.of("description", "大理石碎了"), changed)
                .require(200);
        assertThat(found(desk, "云梯 大理石")).containsExactly(order.id());
        assertThat(again.text("/version")).isEqualTo("2");
        JsonNode hit = search(desk, "云梯").require(200).body().at("/items/0/matched/0");
        assertThat(hit.path("field").asText()).isEqualTo("timeline");
        assertThat(hit.path("text").asText()).isEqualTo("需要云梯");
    }

    @Test
    void whatIsWrittenOnTheWayIsFoundToo() {
        Answer order = report("普通的事");
        Answer sent = WorkOrderFixtures.act(
                world, "desk", order, "dispatch", Map.of("assigneeId", world.id("technician"), "note", "带上橡皮锤"));
        Answer back = WorkOrderFixtures.act(world, "technician", sent, "decline", Map.of("reason", "正在修潜水泵"));
        assertThat(found(desk, "橡皮锤")).containsExactly(order.id());
        assertThat(found(desk, "潜水泵")).containsExactly(order.id());
        assertThat(back.text("/version")).isEqualTo("2");
    }

    @Test
    void residentsAndCallsAreFoundByWhatTheySayNow() {
        String id = world.resident("钟离春", "13877776666", "neighbour");
        assertThat(found(desk, "zhonglichun")).containsExactly(id);
        Answer resident = desk.get("/residents/" + id).require(200);
        desk.patch("/residents/" + id, Map.of("name", "东方朔", "phone", "13877775555"), resident)
                .require(200);
        assertThat(found(desk, "zhonglichun")).isEmpty();
        assertThat(found(desk, "13877776666")).isEmpty();
        assertThat(found(desk, "dfs")).containsExactly(id);
        assertThat(found(desk, "5555")).containsExactly(id);
        Answer call = call("问游泳池几点开");
        desk.patch("/interactions/" + call.id(), Map.of("notes", "问乒乓球室几点开"), call)
                .require(200);
        assertThat(found(desk, "游泳池")).isEmpty();
        assertThat(found(desk, "乒乓球室")).containsExactly(call.id());
    }

    @Test
    void wfFindsWangFang() {
        assertThat(found(desk, "wf")).contains(world.id("resident"));
    }
}
