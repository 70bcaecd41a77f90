package org.bihuan.ownerportal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class TrackingTest {
    private final World world = World.first();
    private final Api nobody = Api.nobody();

    private static String path(Answer order) {
        String url = order.text("/trackingUrl");
        return url.substring(url.indexOf("/track/"));
    }

    private Answer atTheDesk(Answer order) {
        return world.as("desk").get("/work-orders/" + order.id()).require(200);
    }

    @Test
    void theLinkShowsHowItStandsAndNothingAboutWhomAndWhere() {
        Answer order = atTheDesk(WorkOrderFixtures.accepted(world));
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", Map.of("text", "师傅已出发", "visibility", "PUBLIC"))
                .require(201);
        world.as("desk")
                .post("/work-orders/" + order.id() + "/notes", Map.of("text", "钥匙在门岗", "visibility", "INTERNAL"))
                .require(201);
        Answer page = nobody.get(path(order)).require(200);
        assertThat(page.text("/number")).isEqualTo(order.text("/number"));
        assertThat(page.text("/status")).isEqualTo("ACCEPTED");
        assertThat(page.text("/statusText")).isEqualTo("已接单");
        assertThat(page.text("/nextStep")).endsWith("前到达。");
        assertThat(page.body().at("/notes")).hasSize(1);
        assertThat(page.text("/notes/0/text")).isEqualTo("师傅已出发");
        assertThat(page.body().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "number",
                        "version",
                        "kind",
                        "status",
                        "statusText",
                        "nextStep",
                        "dueAt",
                        "notes",
                        "notesTruncated",
                        "updatedAt");
        assertThat(page.raw()).doesNotContain("王芳", "13800138000", "1202", "technician", "需要处理的事情", "钥匙");
    }

    @Test
    void nobodyKeepsOrPassesOnTheLink() {
        Answer page = nobody.get(path(WorkOrderFixtures.registered(world))).require(200);
        assertThat(page.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.etag()).isEqualTo("\"v" + page.text("/version") + "\"");
    }

    @Test
    void theLinkWorksForWhomeverItIsOpenedBy() {
        Answer order = WorkOrderFixtures.registered(world);
        assertThat(World.other().as("desk").get(path(order)).require(200).text("/number"))
                .isEqualTo(order.text("/number"));
        assertThat(nobody.with("Accept-Language", "en").get(path(order)).text("/statusText"))
                .isEqualTo("Received");
    }

    @Test
    void whatIsNoLinkOfOursLeadsNowhere() {
        String good = path(WorkOrderFixtures.registered(world));
        String foreign = path(WorkOrderFixtures.registered(World.other()));
        String otherCompany = good.substring(0, "/track/".length())
                + foreign.charAt("/track/".length())
                + good.substring("/track/".length() + 1);
        for (String wrong : List.of(
                good + "A",
                good.substring(0, good.length() - 1),
                "/track/x",
                "/track/" + "-".repeat(23),
                "/track/zzzzzzzzzzzz" + "A".repeat(22),
                "/track/" + "A".repeat(500),
                "/track/%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD%E6%96%87%E4%B8%AD",
                otherCompany)) {
            assertThat(nobody.get(wrong).require(404).code()).as(wrong).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void aRenewedLinkTakesThePlaceOfTheOldOne() {
        Answer order = WorkOrderFixtures.registered(world);
        String renewal = "/work-orders/" + order.id() + "/tracking-link";
        world.as("desk").post(renewal, Map.of()).require(428);
        world.as("technician").post(renewal, Map.of(), order).require(403);
        world.as("strangerDesk").post(renewal, Map.of(), order).require(404);
        Answer renewed = world.as("desk").post(renewal, Map.of(), order).require(200);
        assertThat(path(renewed)).isNotEqualTo(path(order));
        nobody.get(path(order)).require(404);
        nobody.get(path(renewed)).require(200);
        world.as("desk").post(renewal, Map.of(), order).require(412);
    }

    @Test
    void eachCompanyHasItsOwnLinks() {
        Answer theirs = WorkOrderFixtures.registered(World.other());
        assertThat(nobody.get(path(theirs)).require(200).text("/number")).isEqualTo(theirs.text("/number"));
    }
}
