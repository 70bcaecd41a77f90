package org.bihuan.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.bihuan.testing.Api;
import org.bihuan.testing.Api.Answer;
import org.bihuan.testing.KeptDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The delivered application, or its database, is killed at random moments while clerks work on; in the end the witnesses are
 * asked. How to run more rounds is in src/docs/measurements.md.
 */
class DurabilityIT {
    private static final int ROUNDS = Integer.getInteger("bihuan.kill-rounds", 25);
    private static final int DATABASE_ROUNDS = Math.max(3, ROUNDS / 5);
    private static final long SEED = Long.getLong("bihuan.kill-seed", System.nanoTime());

    /** At most so many acknowledged changes between two deaths. */
    private static final int CHANGES = 12;

    /** What an outage may put into the log, over and over as it is met. */
    private static final int LINES_OF_AN_OUTAGE = 300;

    static {
        // The mail server's threads complain about clients that die; that they die is what this is about.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    /** Who is asked in the end, whoever dies. */
    private static List<Witness> witnesses() {
        return List.of(
                new EveryAcknowledgedChange(),
                new NothingHalfDone(),
                new EveryDeadlineAnnounced(),
                new EveryMailDelivered(),
                new EveryWebhookDelivered(),
                new EveryJobDone());
    }

    private interface Deaths {
        void happen(Installation house, Workload workload) throws Exception;
    }

    private void live(List<Witness> witnesses, Deaths deaths) throws Exception {
        Map<String, String> settings = new HashMap<>();
        witnesses.forEach(witness -> settings.putAll(witness.settings()));
        try (KeptDatabase database = KeptDatabase.startIn(folder);
                Installation house = new Installation(database, settings)) {
            assertThat(Rows.of(database, "show fsync")).containsExactly("on");
            house.start();
            house.settle();
            witnesses.forEach(witness -> witness.settle(house));
            try (Workload workload = new Workload(house, ledger, SEED)) {
                deaths.happen(house, workload);
            }
            System.out.println("Seed " + SEED + ": " + ledger);
            for (Witness witness : witnesses) {
                assertThat(witness.findings(house, ledger))
                        .as(witness.getClass().getSimpleName() + ", seed " + SEED)
                        .isEmpty();
            }
        } finally {
            witnesses.forEach(Witness::close);
        }
    }

    private void pass(int upToMilliseconds) {
        Duration moment = Duration.ofMillis(random.nextInt(upToMilliseconds) + 1L);
        await().pollDelay(moment).until(() -> true);
    }

    @Test
    void whatWasAcknowledgedIsThereOnceHoweverOftenTheApplicationIsKilled() throws Exception {
        live(witnesses(), (house, workload) -> {
            for (int round = 0; round < ROUNDS; round++) {
                workload.goesOnBy(random.nextInt(CHANGES));
                pass(300);
                house.kill();
                if (random.nextInt(5) == 0) { // also in the middle of its start
                    house.launch();
                    pass(3000);
                    house.kill();
                }
                house.start();
            }
            workload.goesOnBy(CHANGES);
        });
        assertThat(ledger.unanswered()).as("deaths were noticed").isPositive();
    }

    @Test
    void whenPostgresqlIsKilledNothingIsLostAndTheApplicationGoesOnByItself() throws Exception {
        live(witnesses(), (house, workload) -> {
            for (int round = 0; round < DATABASE_ROUNDS; round++) {
                workload.goesOnBy(random.nextInt(CHANGES));
                pass(300);
                outage(house, workload);
            }
        });
        assertThat(ledger.putOff()).as("outages were noticed").isPositive();
        assertThat(ledger.unanswered()).as("requests that nobody answered").isZero();
    }

    private void outage(Installation house, Workload workload) {
        int lines = house.application().log().size();
        house.database().kill();
        await().atMost(Duration.ofSeconds(10)).until(() -> readiness(house), List.of(503, 503)::equals);
        Answer refused = house.as("desk").get("/work-orders").require(503);
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(house.application().nobody().get("/q/health/live").status()).isEqualTo(200);
        pass(3000);
        house.database().startAgain();
        long back = System.nanoTime();
        await().atMost(Duration.ofSeconds(10)).until(() -> readiness(house), List.of(200, 200)::equals);
        workload.goesOnBy(8);
        assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(10));
        assertThat(house.application().log().size() - lines).isLessThan(LINES_OF_AN_OUTAGE);
    }

    /** For who balances the load inside, and for a proxy in front. */
    private static List<Integer> readiness(Installation house) {
        return List.of(
                ready(house.application().managementBase()),
                ready(house.application().base()));
    }

    private static int ready(String base) {
        try {
            return new Api(base, Map.of()).get("/q/health/ready").status();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }
}
