package org.bihuan.durability;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Jobs are there once by their key, none was given up, and what is due is not stuck for more than thirty seconds. */
final class EveryJobDone implements Witness {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private static final String OVERDUE = """
            select kind, key, attempts, run_at, lease_until, now(), last_error from job where state = 'READY' and run_at < now()
            """;

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>();
        try {
            Awaitility.await()
                    .atMost(STUCK)
                    .until(() -> Rows.of(house.database(), OVERDUE).isEmpty());
        } catch (ConditionTimeoutException e) {
            Rows.of(house.database(), OVERDUE).forEach(row -> findings.add("stuck: " + row));
        }
        Rows.of(house.database(), "select kind, key, last_error from job where state = 'DEAD'")
                .forEach(row -> findings.add("given up: " + row));
        Rows.of(
                        house.database(),
                        "select company_id, kind, key from job group by company_id, kind, key having count(*) > 1")
                .forEach(row -> findings.add("twice: " + row));
        System.out.println("Jobs: "
                + Rows.of(house.database(), "select kind, state, count(*), max(attempts) from job group by 1, 2"));
        return findings;
    }
}
