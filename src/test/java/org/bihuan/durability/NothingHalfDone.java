package org.bihuan.durability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What belongs together is together: each of these questions finds nothing. */
final class NothingHalfDone implements Witness {
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("the timeline ends in another status", """
                select o.id, o.status, last.to_status from work_order o left join lateral (
                  select to_status from timeline_entry t
                  where t.company_id = o.company_id and t.work_order_id = o.id and to_status is not null
                  order by seq desc limit 1) last on true
                where o.status is distinct from last.to_status
                """);
        QUESTIONS.put("lines of the timeline are missing or too many", """
                select o.id, o.last_seq, count(t.seq), max(t.seq) from work_order o
                left join timeline_entry t on t.company_id = o.company_id and t.work_order_id = o.id
                group by o.company_id, o.id, o.last_seq
                having o.last_seq <> count(t.seq) or o.last_seq <> max(t.seq)
                """);
        QUESTIONS.put("completed, and neither closed nor to be followed up", """
                select o.id from work_order o where o.status = 'COMPLETED' and not exists (
                  select from follow_up f where f.company_id = o.company_id and f.work_order_id = o.id
                    and f.round = o.round and f.status = 'SCHEDULED')
                """);
        QUESTIONS.put("to be followed up, and not completed", """
                select f.id, o.status from follow_up f
                join work_order o on o.company_id = f.company_id and o.id = f.work_order_id
                where f.status = 'SCHEDULED' and (o.status <> 'COMPLETED' or f.round <> o.round)
                """);
        QUESTIONS.put("attempts counted that are not there", """
                select f.id, f.attempt_count, count(a.seq) from follow_up f
                left join follow_up_attempt a on a.company_id = f.company_id and a.follow_up_id = f.id
                group by f.company_id, f.id, f.attempt_count having f.attempt_count <> count(a.seq)
                """);
        QUESTIONS.put("numbers given twice", """
                select number from work_order group by company_id, number having count(*) > 1
                """);
    }

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
            for (String row : Rows.of(house.database(), question.getValue())) {
                findings.add(question.getKey() + ": " + row);
            }
        }
        return findings;
    }
}
