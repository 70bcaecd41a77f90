package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.each;
import static org.bihuan.estate.Estates.errors;

import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

@HttpTest
class CommunityTest {
    private final World world = World.first();

    @Test
    void aNewCommunityHasTheUsualHours() {
        Answer community = Estates.community(world);
        assertThat(community.text("/callingHours")).isEqualTo("09:00-12:00,14:00-20:00");
        assertThat(community.text("/workingHours")).isEqualTo("08:30-18:00");
        assertThat(community.body().path("workingDays")).hasSize(5);
        assertThat(community.header("Location")).endsWith("/api/v1/communities/" + community.id());
        Answer read = world.as("admin").get("/communities/" + community.id()).require(200);
        assertThat(read.body()).isEqualTo(community.body());
        assertThat(read.etag()).isEqualTo("\"v0\"");
    }

    @Test
    void allThatIsWrongWithACommunityIsToldAtOnce() {
        Answer refusal = world.as("admin")
                .post(
                        "/communities",
                        Map.of("name", " ", "timeZone", "+08:00", "callingHours", "20:00-9:00", "workingHours", ""))
                .require(422);
        assertThat(errors(refusal))
                .containsExactlyInAnyOrder(
                        "/name REQUIRED",
                        "/timeZone UNKNOWN_TIME_ZONE",
                        "/callingHours HOURS_NOT_USABLE",
                        "/workingHours HOURS_NOT_USABLE");
    }

    @Test
    void somebodyWorksAtLeastAnHourAWeek() {
        Map<String, Object> hardly = Map.of(
                "name",
                "空置小区",
                "timeZone",
                "Asia/Shanghai",
                "workingHours",
                "08:00-08:59",
                "workingDays",
                List.of("MONDAY"));
        assertThat(errors(world.as("admin").post("/communities", hardly).require(422)))
                .containsExactly("/workingHours WORKING_WEEK_TOO_SHORT");
    }

    @Test
    void aNameIsGivenOnceInACompany() {
        Answer first = Estates.community(world);
        Answer second = Estates.community(world);
        Map<String, Object> again = Map.of("name", first.text("/name"));
        assertThat(errors(world.as("admin").patch("/communities/" + second.id(), again, second)))
                .containsExactly("/name NAME_TAKEN");
        World.other()
                .as("admin")
                .post("/communities", Map.of("name", first.text("/name"), "timeZone", "Asia/Shanghai"))
                .require(201);
    }

    @Test
    void managersChangeTheHoursOfTheirOwnCommunitiesOnly() {
        String own = "/communities/" + world.id("community");
        Answer present = world.as("manager").get(own).require(200);
        Answer changed = world.as("manager")
                .patch(own, Map.of("workingHours", "08:00-12:00, 13:00-18:00"), present)
                .require(200);
        assertThat(changed.text("/workingHours")).isEqualTo("08:00-12:00,13:00-18:00");
        assertThat(world.as("manager")
                        .patch(own, Map.of("name", "别名"), changed)
                        .require(403)
                        .code())
                .isEqualTo("ONLY_HOURS_OF_A_COMMUNITY");
        world.as("manager")
                .patch("/communities/" + world.id("elsewhere"), Map.of("workingHours", "08:00-18:00"), changed)
                .require(404);
        world.as("desk")
                .patch(own, Map.of("workingHours", "08:00-18:00"), changed)
                .require(403);
    }

    @Test
    void everybodySeesTheirOwnCommunities() {
        assertThat(each(world.as("admin").get("/communities?limit=200"), "id"))
                .contains(world.id("community"), world.id("elsewhere"))
                .doesNotContain(World.other().id("community"));
        for (String person : List.of("manager", "desk", "technician", "owner")) {
            assertThat(each(world.as(person).get("/communities"), "id")).containsExactly(world.id("community"));
            world.as(person).get("/communities/" + world.id("elsewhere")).require(404);
        }
        world.as("strangerDesk").get("/communities/" + world.id("community")).require(404);
        World.other().as("admin").get("/communities/" + world.id("community")).require(404);
    }

    @Test
    void aListIsReadPageByPage() {
        World fresh = World.fresh();
        Answer third = Estates.community(fresh);
        Answer first =
                fresh.as("admin").get("/communities?limit=2&withTotal=true").require(200);
        assertThat(first.text("/total")).isEqualTo("3");
        Answer second = fresh.as("admin").get("/communities?limit=2&cursor=" + first.text("/nextCursor"));
        assertThat(each(second, "id")).containsExactly(third.id());
        assertThat(second.body().path("nextCursor").isNull()).isTrue();
    }

    @Test
    void whoChangesAnOldVersionIsTold() {
        Answer community = Estates.community(world);
        String path = "/communities/" + community.id();
        Answer changed = world.as("admin").patch(path, Map.of("address", "翠湖路 1 号"), community);
        assertThat(changed.require(200).etag()).isEqualTo("\"v1\"");
        Answer stale = world.as("admin").patch(path, Map.of("address", "翠湖路 2 号"), community);
        assertThat(stale.require(412).etag()).isEqualTo("\"v1\"");
        world.as("admin")
                .send("PATCH", path, Map.of("address", "3"), "application/merge-patch+json")
                .require(428);
    }

    @Test
    void buildingsAreListedAsPeopleCountAndNamedOnce() {
        String community = Estates.community(world).id();
        for (String name : List.of("10", "2", "A座", "1")) {
            Estates.building(world, community, name);
        }
        String path = "/communities/" + community + "/buildings";
        assertThat(each(world.as("admin").get(path), "name")).containsExactly("1", "2", "10", "A座");
        assertThat(errors(world.as("admin").post(path, Map.of("name", "02号楼")).require(422)))
                .containsExactly("/name NAME_TAKEN");
        world.as("desk").get(path).require(404);
        world.as("desk")
                .get("/communities/" + world.id("community") + "/buildings")
                .require(200);
        world.as("desk").post(path, Map.of("name", "7")).require(403);
    }

    @Test
    void theAcceptanceDateOfABuildingCanBeEnteredAndTakenBack() {
        String community = Estates.community(world).id();
        Answer building = Estates.building(world, community, "1");
        String path = "/communities/" + community + "/buildings/" + building.id();
        Answer dated = world.as("admin").patch(path, Map.of("acceptanceDate", "2025-06-30"), building);
        assertThat(dated.require(200).text("/acceptanceDate")).isEqualTo("2025-06-30");
        Answer undated = world.as("admin")
                .with("If-Match", dated.etag())
                .send("PATCH", path, "{\"acceptanceDate\":null}", "application/merge-patch+json");
        assertThat(undated.require(200).body().path("acceptanceDate").isNull()).isTrue();
        String elsewhere = "/communities/" + world.id("community") + "/buildings/" + building.id();
        world.as("admin").get(elsewhere).require(404);
    }
}
