package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.each;
import static org.bihuan.estate.Estates.errors;
import static org.bihuan.estate.Estates.livesIn;

import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HttpTest
class ResidentTest {
    private final World world = World.first();
    private String elsewhere = "";

    @BeforeEach
    void aUnitInTheOtherCommunity() {
        String name = Estates.freshName("E");
        String building = Estates.building(world, world.id("elsewhere"), name).id();
        elsewhere = Estates.unit(world, building, "1", "101").id();
    }

    private Answer settle(String person, String name, String phone, String unit) {
        return world.as(person)
                .post("/residents", Estates.resident(name, phone, unit))
                .require(201);
    }

    @Test
    void theDeskEntersAResidentAndFindsThemByPhoneHoweverItIsTyped() {
        Answer resident = settle("desk", "陈一", "138 1111 0001", world.id("unit"));
        assertThat(resident.text("/phone")).isEqualTo("+8613811110001");
        assertThat(resident.text("/occupancies/0/unitCode")).isEqualTo("3-2-1202");
        assertThat(resident.text("/occupancies/0/communityId")).isEqualTo(world.id("community"));
        for (String typed : List.of("13811110001", "%2B86+138-1111-0001", "0086+13811110001")) {
            assertThat(each(world.as("desk").get("/residents?phone=" + typed), "id"))
                    .containsExactly(resident.id());
        }
        assertThat(errors(world.as("desk").get("/residents?phone=nobody").require(422)))
                .containsExactly("?phone PHONE_NOT_USABLE");
        world.as("technician").get("/residents").require(403);
    }

    @Test
    void staffSeeOnlyWhoLivesOrLivedInTheirCommunities() {
        Answer here = settle("desk", "陈二", "13811110002", world.id("unit"));
        Answer there = settle("strangerDesk", "陈三", "13811110003", elsewhere);
        world.as("desk").get("/residents/" + there.id()).require(404);
        world.as("strangerDesk").get("/residents/" + here.id()).require(404);
        assertThat(each(world.as("desk").get("/residents?phone=13811110003"), "id"))
                .isEmpty();
        assertThat(each(world.as("desk").get("/residents?unitId=" + elsewhere), "id"))
                .isEmpty();
        assertThat(each(world.as("admin").get("/residents?unitId=" + elsewhere), "id"))
                .containsExactly(there.id());
        World.other().as("admin").get("/residents/" + here.id()).require(404);
        world.as("strangerDesk")
                .send("PATCH", "/residents/" + here.id(), Map.of("name", "x"), "application/merge-patch+json")
                .require(404);
    }

    @Test
    void aNameIsFoundByPartOfItAndSignsAreNoWildcards() {
        Answer resident = settle("desk", "欧阳 100%_甲", "13811110004", world.id("neighbour"));
        for (String part : List.of("%E7%94%B2", "%E6%AC%A7%E9%98%B3", "100%25", "%25_%E7%94%B2")) {
            assertThat(each(world.as("desk").get("/residents?q=" + part), "id")).contains(resident.id());
        }
        assertThat(each(world.as("desk").get("/residents?q=%E6%AC%A7%25%E7%94%B2"), "id"))
                .isEmpty();
    }

    @Test
    void theEndOfAnOccupancyIsEnteredByReplacingThemAll() {
        Answer resident = settle("desk", "陈五", "13811110005", world.id("unit"));
        Map<String, Object> ended =
                Map.of("unitId", world.id("unit"), "relation", "OWNER", "from", "2024-01-01", "to", "2025-06-30");
        Map<String, Object> next = livesIn(world.id("neighbour"), "TENANT", "2025-07-01");
        Answer moved = world.as("desk")
                .patch("/residents/" + resident.id(), Map.of("occupancies", List.of(ended, next)), resident)
                .require(200);
        assertThat(moved.text("/occupancies/0/unitCode")).isEqualTo("3-2-1201");
        assertThat(moved.text("/occupancies/1/to")).isEqualTo("2025-06-30");
        assertThat(moved.etag()).isEqualTo("\"v1\"");
        assertThat(each(world.as("desk").get("/residents?unitId=" + world.id("unit")), "id"))
                .contains(resident.id());
    }

    @Test
    void whatTheCallerDoesNotSeeIsNeitherShownNorLost() {
        Answer resident = world.as("admin")
                .post(
                        "/residents",
                        Map.of(
                                "name",
                                "陈六",
                                "occupancies",
                                List.of(
                                        livesIn(world.id("unit"), "OWNER", "2024-01-01"),
                                        livesIn(elsewhere, "OWNER", "2024-01-01"))))
                .require(201);
        String path = "/residents/" + resident.id();
        Answer seen = world.as("desk").get(path).require(200);
        assertThat(seen.body().path("occupancies")).hasSize(1);
        Map<String, Object> moved =
                Map.of("occupancies", List.of(livesIn(world.id("neighbour"), "OWNER", "2025-01-01")));
        assertThat(world.as("desk").patch(path, moved, seen).require(200).body().path("occupancies"))
                .hasSize(1);
        assertThat(world.as("admin").get(path).body().path("occupancies")).hasSize(2);
    }

    @Test
    void occupanciesMustBePossible() {
        Map<String, Object> reversed =
                Map.of("unitId", world.id("unit"), "relation", "OWNER", "from", "2024-01-02", "to", "2024-01-01");
        Map<String, Object> wanted = Map.of(
                "name",
                "陈七",
                "occupancies",
                List.of(
                        livesIn(elsewhere, "OWNER", "2024-01-01"),
                        reversed,
                        livesIn(world.id("neighbour"), "OWNER", "2024-01-01"),
                        livesIn(world.id("neighbour"), "OWNER", "2025-01-01")));
        assertThat(errors(world.as("desk").post("/residents", wanted).require(422)))
                .containsExactly(
                        "/occupancies/0/unitId UNKNOWN_UNIT",
                        "/occupancies/1/to ENDS_BEFORE_IT_BEGINS",
                        "/occupancies/3/from OVERLAPS_ANOTHER");
        assertThat(errors(world.as("desk")
                        .post("/residents", Map.of("name", "陈七", "occupancies", List.of()))
                        .require(422)))
                .containsExactly("/occupancies REQUIRED");
    }
}
