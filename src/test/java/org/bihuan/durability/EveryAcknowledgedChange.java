package org.bihuan.durability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a client was told is there, once; and nothing that no client was told. */
final class EveryAcknowledgedChange implements Witness {
    /** What clerks do; other lines follow from these or from the time. */
    private static final Set<String> OF_CLERKS =
            Set.of("REGISTER", "DISPATCH", "ACCEPT", "START", "COMPLETE", "CANCEL", "NOTE", "FOLLOW_UP_ATTEMPT");

    @Override
    public List<String> findings(Installation house, Ledger ledger) throws SQLException {
        List<String> findings = new ArrayList<>(ledger.surprises());
        Map<String, String> told = new HashMap<>();
        ledger.lines()
                .forEach((order, lines) -> told.put(order, ledger.statuses().get(order) + " " + lines));
        Map<String, String> found = found(house);
        told.forEach((order, was) -> {
            if (!was.equals(found.get(order))) {
                findings.add("order " + order + " was acknowledged as " + was + " and is " + found.get(order));
            }
        });
        found.keySet().stream()
                .filter(order -> !told.containsKey(order))
                .forEach(order -> findings.add("order " + order + " is there and was never acknowledged"));
        findings.addAll(interactions(house, ledger));
        return findings;
    }

    private static Map<String, String> found(Installation house) throws SQLException {
        Map<String, String> found = new HashMap<>();
        for (String row : Rows.of(house.database(), """
                select o.id, o.status, string_agg(t.type, ',' order by t.seq)
                from work_order o left join timeline_entry t on t.company_id = o.company_id and t.work_order_id = o.id
                group by o.company_id, o.id, o.status
                """)) {
            String[] columns = row.split(" ", -1);
            List<String> lines = Arrays.stream(columns[2].split(",", -1))
                    .filter(OF_CLERKS::contains)
                    .toList();
            found.put(columns[0], columns[1] + " " + lines);
        }
        return found;
    }

    private static List<String> interactions(Installation house, Ledger ledger) throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        for (String row : Rows.of(house.database(), """
                select i.id, count(w.work_order_id) from interaction i
                left join interaction_work_order w on w.company_id = i.company_id and w.interaction_id = i.id
                group by i.company_id, i.id
                """)) {
            String[] columns = row.split(" ", -1);
            found.put(columns[0], Integer.parseInt(columns[1]));
        }
        return found.equals(ledger.interactions())
                ? List.of()
                : List.of("interactions and their orders are " + found + " and not " + ledger.interactions());
    }
}
