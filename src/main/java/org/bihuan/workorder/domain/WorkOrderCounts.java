package org.bihuan.workorder.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.company.Caller;
import org.bihuan.estate.Estate;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.workorder.Status;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * How many orders there are of each status, right at this moment. Open ones are counted in the index of open orders; of ended
 * ones the database keeps totals. All of it is one statement, so that an order which moves meanwhile is counted once.
 */
@ApplicationScoped
public class WorkOrderCounts {
    private static final String OPEN = """
        select community_id, status, count(*) as orders,
          count(*) filter (where next_due_at < :now) as overdue,
          count(*) filter (where next_due_at < :day{place}) as due_today,
          count(*) filter (where assignee_id is null and status in ('REGISTERED', 'ON_HOLD')) as unassigned
        from work_order
        where company_id = :company and community_id = :community{place} and status not in ('CLOSED', 'CANCELLED')
        group by community_id, status
        """;
    private static final String ENDED = """
        select community_id, status, cast(sum(orders) as bigint), 0, 0, 0 from (
          select community_id, status, orders from work_order_count
          where company_id = :company and community_id in (:communities)
          union all
          select community_id, status, orders from work_order_count_change
          where company_id = :company and community_id in (:communities)) as kept
        group by community_id, status
        """;

    private final Session database;
    private final CurrentTenant tenant;
    private final Estate estate;
    private final Clock clock;

    WorkOrderCounts(Session database, CurrentTenant tenant, Estate estate, Clock clock) {
        this.database = database;
        this.tenant = tenant;
        this.estate = estate;
        this.clock = clock;
    }

    /**
     * The orders of one status of a community.
     *
     * @param dueToday whose next running deadline passes before the day ends, or has passed
     * @param unassigned that wait for somebody to be sent
     */
    public record Count(UUID communityId, Status status, long orders, long overdue, long dueToday, long unassigned) {}

    /**
     * @param asOf what is overdue is so at this moment
     * @param dayEnds of the communities counted, when their day ends there
     */
    public record Counted(Instant asOf, Map<UUID, Instant> dayEnds, List<Count> counts) {}

    /** Of the caller's communities, or only of one of them. */
    @Transactional
    public Counted of(Caller by, @Nullable UUID community) {
        Instant now = clock.instant();
        Map<UUID, Instant> dayEnds = new LinkedHashMap<>();
        by.communities().stream()
                .filter(theirs -> community == null || community.equals(theirs))
                .sorted()
                .forEach(theirs -> dayEnds.put(theirs, endOfDay(estate.zone(theirs), now)));
        return new Counted(now, dayEnds, dayEnds.isEmpty() ? List.of() : counts(dayEnds, now));
    }

    private static Instant endOfDay(ZoneId zone, Instant now) {
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private List<Count> counts(Map<UUID, Instant> dayEnds, Instant now) {
        List<UUID> communities = List.copyOf(dayEnds.keySet());
        List<String> parts = new ArrayList<>();
        for (int place = 0; place < communities.size(); place++) {
            parts.add(OPEN.replace("{place}", Integer.toString(place)));
        }
        parts.add(ENDED);
        NativeQuery<Tuple> query = database.createNativeQuery(String.join(" union all ", parts), Tuple.class)
                .setParameter("company", tenant.id())
                .setParameter("now", now)
                .setParameterList("communities", communities);
        for (int place = 0; place < communities.size(); place++) {
            UUID community = communities.get(place);
            query.setParameter("community" + place, community).setParameter("day" + place, dayEnds.get(community));
        }
        return query.getResultList().stream().map(WorkOrderCounts::count).toList();
    }

    private static Count count(Tuple row) {
        return new Count(
                row.get("community_id", UUID.class),
                Status.valueOf(row.get("status", String.class)),
                row.get("orders", Number.class).longValue(),
                row.get("overdue", Number.class).longValue(),
                row.get("due_today", Number.class).longValue(),
                row.get("unassigned", Number.class).longValue());
    }
}
