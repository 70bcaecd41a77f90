package org.bihuan.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.testing.ProblemDocuments.errors;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** What a merge patch does to a recorded matter. */
@HttpTest
class CorrectionTest {
    private final World world = World.first();

    @Inject
    DataSource database;

    private Answer patch(Answer order, Map<String, Object> patch) {
        return world.as("desk").patch("/work-orders/" + order.id(), patch, order);
    }

    @Test
    void anotherReporterBringsTheirOwnNameAndPhone() {
        String other = world.resident("赵敏", "13600136000", "neighbour");
        Answer patched = patch(WorkOrderFixtures.registered(world), Map.of("reporter", Map.of("residentId", other)))
                .require(200);
        assertThat(patched.text("/reporter/name")).isEqualTo("赵敏");
        assertThat(patched.text("/reporter/phone")).isEqualTo("+8613600136000");
    }

    @Test
    void anotherNameIsNoLongerTheResident() {
        Answer patched = patch(WorkOrderFixtures.registered(world), Map.of("reporter", Map.of("name", "张三")))
                .require(200);
        assertThat(patched.body().at("/reporter/residentId").isNull()).isTrue();
    }

    @Test
    void anotherUnitTakesThePlaceOfTheOldOne() {
        Answer patched = patch(WorkOrderFixtures.registered(world), Map.of("location", Map.of("unitCode", "3栋2单元1201")))
                .require(200);
        assertThat(patched.text("/location/unitId")).isEqualTo(world.id("neighbour"));
        assertThat(patched.text("/location/position")).isEqualTo("厨房");
    }

    @Test
    void anAppointmentThatHasPassedStaysInTheWayOfNothing() throws SQLException {
        Map<String, Object> matter = new HashMap<>(WorkOrderFixtures.repair(world));
        Instant soon = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        matter.put(
                "preferredWindow",
                Map.of(
                        "from",
                        soon.toString(),
                        "to",
                        soon.plus(Duration.ofHours(2)).toString()));
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        letTheAppointmentPass(order);

        Answer patched = patch(order, Map.of("description", "改为厨房漏水")).require(200);
        assertThat(patched.text("/preferredWindow/to")).isEqualTo("2026-01-05T04:00:00Z");
        Answer refused = patch(
                        patched,
                        Map.of("preferredWindow", Map.of("from", "2026-01-05T01:00:00Z", "to", "2026-01-05T02:00:00Z")))
                .require(422);
        assertThat(refused.text("/errors/0/code")).isEqualTo("WINDOW_HAS_PASSED");
    }

    private void letTheAppointmentPass(Answer order) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement past = connection.prepareStatement("""
                        update work_order set preferred_from = '2026-01-05T02:00:00Z', preferred_to = '2026-01-05T04:00:00Z'
                        where id = ?
                        """)) {
            past.setObject(1, UUID.fromString(order.id()));
            assertThat(past.executeUpdate()).isOne();
        }
    }

    @Test
    void aPatchThatChangesNothingLeavesNoTrace() {
        Answer order = WorkOrderFixtures.registered(world);
        Answer patched = patch(order, Map.of()).require(200);
        assertThat(patched.etag()).isEqualTo(order.etag());
    }

    @Test
    void anUnknownCategoryIsToldWhereItWasWritten() {
        Answer order = WorkOrderFixtures.registered(world);
        assertThat(errors(patch(order, Map.of("category", "NOPE")))).containsExactly("/category UNKNOWN_CATEGORY");
        assertThat(errors(patch(order, Map.of("category", Map.of("code", "NOPE")))))
                .containsExactly("/category/code UNKNOWN_CATEGORY");
        assertThat(errors(patch(order, Map.of("categoryCode", "NOPE"))))
                .containsExactly("/categoryCode UNKNOWN_CATEGORY");
        assertThat(errors(patch(order, Map.of("category", 5)))).containsExactly("/category WRONG_TYPE");
        patch(order, Map.of("category", Map.of())).require(200);
    }

    @Test
    void whatCannotBeCorrectedIsUnknownAlsoWithNothingInIt() {
        Answer order = WorkOrderFixtures.registered(world);
        Answer refused = world.as("desk")
                .patch("/work-orders/" + order.id(), "{\"status\": null, \"location\": {\"floor\": null}}", order);
        requireProblem(refused, 400);
        assertThat(errors(refused)).containsExactly("/location/floor UNKNOWN_FIELD", "/status UNKNOWN_FIELD");
    }

    @Test
    void theFirstLineOfATimelineSaysWhereItBegan() {
        Answer order = WorkOrderFixtures.registered(world);
        Answer timeline =
                world.as("desk").get("/work-orders/" + order.id() + "/timeline").require(200);
        assertThat(timeline.text("/items/0/type")).isEqualTo("REGISTER");
        assertThat(timeline.text("/items/0/to")).isEqualTo("REGISTERED");
    }

    @Test
    void whatWasWrittenIsKeptExactly() {
        Map<String, Object> matter = WorkOrderFixtures.matter(world, "REPAIR", "  前后有空格，𠮷  ");
        Answer order = world.as("desk").post("/work-orders", matter).require(201);
        assertThat(order.text("/description")).isEqualTo("  前后有空格，𠮷  ");
    }
}
