package org.bihuan.followup.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.estate.Estate;
import org.bihuan.shared.MergedRanges;
import org.bihuan.shared.Paging;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Finds follow-ups page by page, each community in the order of its index, merged. */
@ApplicationScoped
class FollowUpSearch {
    /** Names are written out and not bound, so that the index of those that wait for their call can be used. */
    private static final String WAITING = "f.status in (SCHEDULED)";

    private final Session database;
    private final Estate estate;
    private final Clock clock;

    FollowUpSearch(Session database, Estate estate, Clock clock) {
        this.database = database;
        this.estate = estate;
        this.clock = clock;
    }

    /** By the time they are due. */
    List<FollowUp> page(FollowUpQuery wanted, Collection<UUID> visible, Paging.@Nullable Position after, int rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> ranges = ranges(wanted, visible, values);
        String condition = condition(wanted, visible, values);
        boolean descending = wanted.isLastDueFirst();
        if (after != null) {
            condition += " and (f.dueAt, f.id) " + (descending ? "<" : ">") + " (:afterDue, :afterId)";
            values.put("afterDue", after.instant(0));
            values.put("afterId", after.id(1));
        }
        MergedRanges merged = new MergedRanges("FollowUp", "f", List.of("dueAt", "id"), descending);
        if (ranges.isEmpty()) {
            return List.of();
        }
        String hql = merged.hql(ranges, condition, rows);
        return bind(database.createSelectionQuery(hql, FollowUp.class), values).getResultList();
    }

    long count(FollowUpQuery wanted, Collection<UUID> visible) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> ranges = ranges(wanted, visible, values);
        if (ranges.isEmpty()) {
            return 0;
        }
        String hql = "select count(*) from FollowUp f where (" + String.join(" or ", ranges) + ") and "
                + condition(wanted, visible, values);
        return bind(database.createSelectionQuery(hql, Long.class), values).getSingleResult();
    }

    private static List<String> ranges(FollowUpQuery wanted, Collection<UUID> visible, Map<String, Object> values) {
        List<String> ranges = new ArrayList<>();
        for (UUID community : visible) {
            if (wanted.communityId == null || wanted.communityId.equals(community)) {
                String name = "community" + ranges.size();
                values.put(name, community);
                ranges.add("f.communityId = :" + name);
            }
        }
        if (wanted.workOrderId == null || ranges.isEmpty()) {
            return ranges;
        }
        return List.of("(" + String.join(" or ", ranges) + ")"); // its own index finds all of it at once
    }

    private String condition(FollowUpQuery wanted, Collection<UUID> visible, Map<String, Object> values) {
        List<String> all = new ArrayList<>();
        Instant now = clock.instant();
        all.add("true");
        add(all, values, "f.workOrderId = :order", "order", wanted.workOrderId);
        add(all, values, "f.dueAt >= :dueFrom", "dueFrom", wanted.dueFrom);
        add(all, values, "f.dueAt < :dueBefore", "dueBefore", wanted.dueBefore);
        addOneOf(all, "f.status", wanted.status);
        addOneOf(all, "f.policyReason", wanted.policyReason);
        addOneOf(all, "f.verdict.resolved", wanted.resolved);
        if (wanted.overdue != null) {
            values.put("now", now);
            all.add(wanted.overdue ? WAITING + " and f.dueAt < :now" : "not (" + WAITING + " and f.dueAt < :now)");
        }
        if (wanted.callNow != null) {
            String proposed = proposed(visible, values, now);
            all.add(wanted.callNow ? WAITING + " and " + proposed : "not (" + WAITING + " and " + proposed + ")");
        }
        return String.join(" and ", all);
    }

    /** In SQL what {@link FollowUp#isToBeCalled} says of one. */
    private String proposed(Collection<UUID> visible, Map<String, Object> values, Instant now) {
        List<UUID> inCallingHours = visible.stream()
                .filter(community -> estate.community(community)
                        .filter(known -> known.callingHours().contains(now))
                        .isPresent())
                .toList();
        values.put("moment", now);
        values.put("agreedSince", now.minus(FollowUp.AGREED_TIME_HOLDS));
        String agreed = "(f.lastOutcome = CALL_BACK and f.lastOutcome is not null and f.notBefore > :agreedSince)";
        if (inCallingHours.isEmpty()) {
            return "(f.notBefore <= :moment and " + agreed + ")";
        }
        values.put("calling", inCallingHours);
        return "(f.notBefore <= :moment and (f.communityId in :calling or " + agreed + "))";
    }

    private static void add(
            List<String> all, Map<String, Object> values, String part, String name, @Nullable Object value) {
        if (value != null) {
            all.add(part);
            values.put(name, value);
        }
    }

    private static void addOneOf(List<String> all, String field, List<? extends Enum<?>> choices) {
        if (!choices.isEmpty()) {
            all.add(choices.stream()
                    .distinct()
                    .map(Enum::name)
                    .collect(Collectors.joining(", ", field + " in (", ")")));
        }
    }

    private static <T> SelectionQuery<T> bind(SelectionQuery<T> query, Map<String, Object> values) {
        values.forEach((name, value) -> {
            if (value instanceof Collection<?> choices) {
                query.setParameterList(name, choices);
            } else {
                query.setParameter(name, value);
            }
        });
        return query;
    }
}
