package org.bihuan.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.estate.Estates.HEADER;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While an import is at work in a community, nobody edits its registry; the test takes the import's place. */
@HttpTest
class RegistryLockTest {
    private final World world = World.first();

    @Inject
    DataSource database;

    private String community = "";
    private String building = "";
    private Answer unit = world.as("admin").get("/me");

    @BeforeEach
    void aCommunityOfItsOwn() {
        community = Estates.community(world).id();
        building = Estates.building(world, community, "1").id();
        unit = Estates.unit(world, building, "1", "101");
    }

    private Answer patchUnit() {
        return world.as("admin").patch("/units/" + unit.id(), Map.of("area", 81), unit);
    }

    private Answer patchBuilding() {
        String path = "/communities/" + community + "/buildings/" + building;
        return world.as("admin")
                .patch(
                        path,
                        Map.of("acceptanceDate", "2020-01-01"),
                        world.as("admin").get(path));
    }

    private Answer check() {
        String path = "/imports/registry?validateOnly=true&communityId=" + community;
        return world.as("admin").send("POST", path, HEADER + "1,1,101,81,,,,,\n", "text/csv");
    }

    @Test
    void anEditOfAUnitWaitsForAnImport() throws SQLException {
        assertWaits("for update", this::patchUnit);
    }

    @Test
    void anEditOfABuildingWaitsForAnImport() throws SQLException {
        assertWaits("for update", this::patchBuilding);
    }

    @Test
    void editsDoNotWaitForEachOther() throws SQLException {
        try (Connection edit = locked("for share")) {
            patchUnit().require(200);
            edit.rollback();
        }
    }

    @Test
    void onlyCheckingAFileKeepsNoEditWaiting() throws SQLException {
        try (Connection edit = locked("for share")) {
            assertThat(check().require(200).text("/updated")).isEqualTo("1");
            edit.rollback();
        }
    }

    private void assertWaits(String lock, Supplier<Answer> edit) throws SQLException {
        CompletableFuture<Answer> edited;
        try (Connection importing = locked(lock)) {
            edited = CompletableFuture.supplyAsync(edit);
            assertThat(somebodyWaitsFor(importing)).isTrue();
            assertThat(edited).isNotDone();
            importing.rollback();
        }
        edited.join().require(200);
    }

    private Connection locked(String how) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement("select id from community where id = ? " + how)) {
            lock.setObject(1, UUID.fromString(community));
            lock.executeQuery().close();
        }
        return connection;
    }

    /** Within ten seconds. */
    private static boolean somebodyWaitsFor(Connection holder) throws SQLException {
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(giveUp)) {
            try (PreparedStatement waiting = holder.prepareStatement(
                            "select 1 from pg_locks w where not w.granted and pg_backend_pid() = any (pg_blocking_pids(w.pid))");
                    ResultSet found = waiting.executeQuery()) {
                if (found.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
