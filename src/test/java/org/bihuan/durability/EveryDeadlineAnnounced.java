package org.bihuan.durability;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.bihuan.testing.Api;

/** Deadlines fall due all the time, and each that has passed is announced, once. */
final class EveryDeadlineAnnounced implements Witness {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private static final String OVERDUE =
            "select id, next_announcement_at, now() from work_order where next_announcement_at < now() - interval '5 s'";

    private static final String SILENT = """
            select o.id, d ->> 'name', d ->> 'dueAt' from work_order o, jsonb_array_elements(o.clocks) d
            where d ->> 'metAt' is null and d ->> 'stopped' = 'false' and jsonb_array_length(d -> 'pauses') = 0
              and cast(d ->> 'dueAt' as timestamptz) < now() - interval '5 s' and not exists (
                select from announcement a where a.company_id = o.company_id and a.work_order_id = o.id
                  and a.round = o.round and a.clock = d ->> 'name' and a.due_at = cast(d ->> 'dueAt' as timestamptz)
                  and a.percent >= 100)
            """;

    private static final String NOT_AS_THE_TIMELINE_SAYS = """
            select o.id, said.lines, noted.rows from work_order o
            cross join lateral (select count(*) as lines from timeline_entry t where t.company_id = o.company_id
              and t.work_order_id = o.id and t.type in ('CLOCK_WARNED', 'CLOCK_BREACHED', 'CLOCK_ESCALATED')) said
            cross join lateral (select count(*) as rows from announcement a where a.company_id = o.company_id
              and a.work_order_id = o.id) noted
            where said.lines <> noted.rows
            """;

    /** Minutes become seconds, so that much falls due while everything dies. */
    @Override
    public void settle(Installation house) {
        Api admin = house.as("admin");
        for (JsonNode policy :
                admin.get("/clock-policies?limit=200").require(200).body().get("items")) {
            Api.Answer read =
                    admin.get("/clock-policies/" + policy.get("id").asText()).require(200);
            admin.patch("/clock-policies/" + read.id(), Map.of("allowed", "PT4S", "aroundTheClock", true), read)
                    .require(200);
        }
    }

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>();
        long began = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(STUCK)
                    .until(() -> Rows.of(house.database(), OVERDUE).isEmpty());
        } catch (ConditionTimeoutException e) {
            Rows.of(house.database(), OVERDUE).forEach(row -> findings.add("not looked at: " + row));
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - began);
        Rows.of(house.database(), SILENT).forEach(row -> findings.add("passed in silence: " + row));
        Rows.of(house.database(), NOT_AS_THE_TIMELINE_SAYS).forEach(row -> findings.add("said and noted: " + row));
        System.out.println("Deadlines announced: "
                + Rows.of(house.database(), "select count(*) from announcement").getFirst()
                + ", the last of those that fell due meanwhile " + waited.toMillis() + " ms after the last death");
        return findings;
    }
}
