package org.bihuan.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.WorkOrderFixtures;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the database is away, slow or busy, nobody is told that it is our mistake, but when to come back. */
@HttpTest
class DatabaseAwayTest {
    @Inject
    EntityManager database;

    @Inject
    AgroalDataSource pool;

    @Test
    void withoutADatabaseEveryRequestIsAskedToComeBack() throws SQLException {
        World world = World.first();
        Answer order = WorkOrderFixtures.registered(world);
        String link = order.text("/trackingUrl");
        String token = link.substring(link.lastIndexOf('/') + 1);
        try (Connection other = elsewhere();
                Statement statement = other.createStatement()) {
            statement.execute("alter database postgres allow_connections false");
            try {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
                for (int again = 0; again < 2; again++) {
                    requireComeBack(Api.nobody().get("/track/" + token));
                    everyRequest(world, order).forEach(DatabaseAwayTest::requireComeBack);
                }
            } finally {
                statement.execute("alter database postgres allow_connections true");
                pool.flush(AgroalDataSource.FlushMode.ALL); // so that no other test meets a broken connection
            }
        }
        world.as("desk").get("/work-orders/" + order.id()).require(200);
        Api.nobody().get("/track/" + token).require(200);
    }

    private static List<Answer> everyRequest(World world, Answer order) {
        Api desk = world.as("desk");
        Map<String, Object> matter = WorkOrderFixtures.repair(world);
        return List.of(
                desk.get("/me"),
                desk.get("/work-orders"),
                desk.get("/work-orders/" + order.id()),
                desk.post("/work-orders", matter),
                desk.with("Idempotency-Key", "k").post("/work-orders", matter),
                desk.patch("/work-orders/" + order.id(), Map.of("description", "x"), order),
                Api.nobody().post("/auth/token", Map.of("username", "a", "password", "b")));
    }

    private static Connection elsewhere() throws SQLException {
        String url = System.getProperty("bihuan.test.jdbc-url");
        return DriverManager.getConnection(url.replace("/postgres?", "/template1?"));
    }

    private static void requireComeBack(Answer answer) {
        requireProblem(answer, 503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void whoTookTooLongIsAskedToComeBack() {
        Throwable thrown = catchThrowable(() -> QuarkusTransaction.requiringNew()
                .timeout(1)
                .run(() ->
                        database.createNativeQuery("select 1 from pg_sleep(3)").getResultList()));
        assertThat(thrown).isNotNull();
        assertThat(ProblemTable.row(ProblemTable.decisive(thrown)).status()).isEqualTo(503);
    }

    @Test
    void whoWasTooSlowBetweenTwoStatementsIsAskedToComeBack() {
        Throwable thrown = catchThrowable(
                () -> QuarkusTransaction.requiringNew().timeout(1).run(() -> {
                    database.createNativeQuery("select 1 from pg_sleep(3)").getResultList();
                    database.createNativeQuery("select 1").getResultList();
                }));
        assertThat(thrown).isNotNull();
        assertThat(ProblemTable.row(ProblemTable.decisive(thrown)).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "57014", "57P01", "57P02", "57P03", "55P03", "40P01", "40001", "53300", "08000", "08001", "08003",
                "08006"
            })
    void theStatesOfPostgresqlThatPassAreAsked(String state) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(new SQLException("away", state)));
        assertThat(ProblemTable.row(ProblemTable.decisive(wrapped)).status()).isEqualTo(503);
    }

    @Test
    void whatFailedAtTheEndBecauseOfUsIsOurs() {
        RollbackException failed = new RollbackException("rolled back");
        failed.initCause(new IllegalStateException("a mistake"));
        assertThat(ProblemTable.row(ProblemTable.decisive(failed)).status()).isEqualTo(500);
    }
}
