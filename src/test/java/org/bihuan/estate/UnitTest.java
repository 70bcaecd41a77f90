package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.each;
import static org.bihuan.estate.Estates.errors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HttpTest
class UnitTest {
    private final World world = World.first();

    private Answer found(String person, String code) {
        return world.as(person)
                .get("/units?communityId=" + world.id("community") + "&code="
                        + URLEncoder.encode(code, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3-2-1202", "3栋2单元1202", "３号楼２单元１２０２室", "三号楼二单元12层1202"})
    void aUnitIsFoundByItsCodeInAllUsualWays(String code) {
        assertThat(each(found("desk", code), "id")).containsExactly(world.id("unit"));
        assertThat(each(found("strangerDesk", code), "id")).isEmpty();
    }

    @Test
    void partOfACodeIsEnough() {
        String path = "/units?communityId=" + world.id("community") + "&q=120";
        assertThat(each(world.as("technician").get(path), "code")).containsExactly("3-2-1201", "3-2-1202");
        assertThat(each(world.as("desk").get("/units?q=%25"), "code")).isEmpty();
    }

    @Test
    void aUnitCanBeAskedForByIdOnlyWhereItIsSeen() {
        String path = "/units/" + world.id("unit");
        assertThat(world.as("desk").get(path).require(200).text("/code")).isEqualTo("3-2-1202");
        world.as("strangerDesk").get(path).require(404);
        World.other().as("admin").get(path).require(404);
        world.as("owner").get(path).require(403);
    }

    @Test
    void theSameUnitIsNotMadeTwiceHoweverItIsWritten() {
        String building =
                Estates.building(world, Estates.community(world).id(), "5").id();
        Answer first = Estates.unit(world, building, "1", "101");
        assertThat(first.text("/code")).isEqualTo("5-1-101");
        Map<String, Object> again = Map.of("buildingId", building, "entrance", "1单元", "room", "101室");
        assertThat(errors(world.as("admin").post("/units", again).require(422))).containsExactly("/room UNIT_TAKEN");
        world.as("desk").post("/units", again).require(403);
        assertThat(errors(World.other().as("admin").post("/units", again).require(422)))
                .containsExactly("/buildingId UNKNOWN_BUILDING");
    }

    @Test
    void anAreaHasTwoDecimalsAtMost() {
        String building =
                Estates.building(world, Estates.community(world).id(), "5").id();
        Answer unit = Estates.unit(world, building, "1", "101");
        String path = "/units/" + unit.id();
        Answer changed =
                world.as("admin").patch(path, Map.of("area", 89.5), unit).require(200);
        assertThat(changed.raw()).contains("\"area\":89.50");
        assertThat(world.as("admin").get(path).raw()).isEqualTo(changed.raw());
        for (double wrong : List.of(0.0, -1.0, 1.234)) {
            assertThat(errors(world.as("admin")
                            .patch(path, Map.of("area", wrong), changed)
                            .require(422)))
                    .containsExactly("/area AREA_NOT_USABLE");
        }
    }

    @Test
    void theCodesOfUnitsFollowTheNameOfTheirBuilding() {
        String community = Estates.community(world).id();
        Answer building = Estates.building(world, community, "7");
        Answer unit = Estates.unit(world, building.id(), "1", "101");
        Answer resident = world.as("admin")
                .post("/residents", Estates.resident("周迁", "13711110000", unit.id()))
                .require(201);
        String path = "/communities/" + community + "/buildings/" + building.id();
        world.as("admin").patch(path, Map.of("name", "8"), building).require(200);
        Answer moved = world.as("admin").get("/units/" + unit.id());
        assertThat(moved.text("/code")).isEqualTo("8-1-101");
        assertThat(moved.etag()).isNotEqualTo(unit.etag());
        Answer home = world.as("admin").get("/residents/" + resident.id());
        assertThat(home.text("/occupancies/0/unitCode")).isEqualTo("8-1-101");
        assertThat(home.etag()).isNotEqualTo(resident.etag());
        assertThat(each(world.as("admin").get("/units?communityId=" + community + "&code=7-1-101"), "id"))
                .isEmpty();
    }

    @Test
    void pagesFollowTheOrderPeopleCountIn() {
        String community = Estates.community(world).id();
        String building = Estates.building(world, community, "1").id();
        for (String room : List.of("1001", "201", "101")) {
            Estates.unit(world, building, "1", room);
        }
        String path = "/units?limit=2&communityId=" + community;
        Answer first = world.as("admin").get(path);
        assertThat(each(first, "room")).containsExactly("101", "201");
        Answer second = world.as("admin").get(path + "&cursor=" + first.text("/nextCursor"));
        assertThat(each(second, "room")).containsExactly("1001");
    }
}
