package org.bihuan.frontdesk.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.MergedRanges;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.bihuan.shared.SearchQuery;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InteractionRepository implements PanacheRepositoryBase<Interaction, UUID> {
    private final InteractionWords words;
    private final CurrentTenant tenant;

    InteractionRepository(InteractionWords words, CurrentTenant tenant) {
        this.words = words;
        this.tenant = tenant;
    }

    List<Interaction> withIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** @throws NotFound if there is none */
    Interaction load(InteractionId id) {
        return findByIdOptional(id.value()).orElseThrow(NotFound::new);
    }

    /** Loads and locks until the end of the transaction. @throws NotFound if there is none */
    Interaction loadForChange(InteractionId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    void add(Interaction interaction, List<WorkOrderId> opened) {
        persist(interaction);
        for (int i = 0; i < opened.size(); i++) {
            getSession().persist(new OpenedWorkOrder(interaction.interactionId(), opened.get(i), i));
        }
        flush();
        words.note(interaction);
    }

    /** Which work orders these interactions gave rise to, in the order they were told. */
    Map<InteractionId, List<WorkOrderId>> opened(Collection<InteractionId> interactions) {
        if (interactions.isEmpty()) {
            return Map.of();
        }
        return getSession()
                .createQuery(
                        "from OpenedWorkOrder o where o.interactionId in :ids order by o.interactionId, o.place",
                        OpenedWorkOrder.class)
                .setParameterList(
                        "ids", interactions.stream().map(InteractionId::value).toList())
                .getResultStream()
                .collect(groupingBy(OpenedWorkOrder::interaction, mapping(OpenedWorkOrder::workOrder, toList())));
    }

    /** Each community in the order of its index, merged; of one caller all at once. */
    List<Interaction> page(
            Collection<UUID> visible, InteractionQuery wanted, Paging.@Nullable Position after, int rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        String stated = condition(wanted, values);
        if (after != null) {
            stated += " and (i.startedAt, i.id) " + (wanted.isNewestFirst() ? "<" : ">") + " (:afterStart, :afterId)";
            values.put("afterStart", after.instant(0));
            values.put("afterId", after.id(1));
        }
        MergedRanges merged = new MergedRanges("Interaction", "i", List.of("startedAt", "id"), wanted.isNewestFirst());
        Meaning meaning = meaning(visible, wanted, values);
        List<String> ranges = ranges(visible, wanted, meaning, values);
        if (ranges.isEmpty()) {
            return List.of();
        }
        String hql = merged.hql(ranges, stated + meaning.condition(), rows);
        return bind(getSession().createQuery(hql, Interaction.class), values).getResultList();
    }

    private static List<String> ranges(
            Collection<UUID> communities, InteractionQuery wanted, Meaning meaning, Map<String, Object> values) {
        List<UUID> visible = communities.stream()
                .filter(community -> wanted.communityId == null || wanted.communityId.equals(community))
                .toList();
        if (visible.isEmpty()) {
            return List.of();
        }
        if (wanted.isNarrow() || meaning.gathered()) {
            values.put("visible", visible);
            return List.of("i.communityId in :visible");
        }
        List<String> ranges = new ArrayList<>();
        for (int place = 0; place < visible.size(); place++) {
            values.put("community" + place, visible.get(place));
            ranges.add("i.communityId = :community" + place);
        }
        return ranges;
    }

    long count(Collection<UUID> visible, InteractionQuery wanted) {
        Map<String, Object> values = new LinkedHashMap<>();
        Meaning meaning = meaning(visible, wanted, values);
        List<String> ranges = ranges(visible, wanted, meaning, values);
        if (ranges.isEmpty()) {
            return 0;
        }
        String hql = "select count(*) from Interaction i where (" + String.join(" or ", ranges) + ") and "
                + condition(wanted, values) + meaning.condition();
        return bind(getSession().createQuery(hql, Long.class), values).getSingleResult();
    }

    private static String condition(InteractionQuery wanted, Map<String, Object> values) {
        StringBuilder condition = new StringBuilder("true");
        add(condition, values, "i.party.phone = :phone", "phone", wanted.e164());
        add(condition, values, "i.party.residentId = :resident", "resident", wanted.residentId);
        add(condition, values, "i.direction = :direction", "direction", wanted.direction);
        add(condition, values, "i.takenBy = :taker", "taker", wanted.takenById);
        add(condition, values, "i.startedAt >= :from", "from", wanted.from);
        add(condition, values, "i.startedAt < :to", "to", wanted.to);
        add(condition, values, "i.channel in :channels", "channels", wanted.channel.isEmpty() ? null : wanted.channel);
        return condition.toString();
    }

    /** What a text asks for, and whether that is so little that all of it is gathered first. */
    private record Meaning(String condition, boolean gathered) {
        static final Meaning ANYTHING = new Meaning("", false);
        static final Meaning NOTHING = new Meaning(" and 1 = 0", true);
    }

    private Meaning meaning(Collection<UUID> visible, InteractionQuery wanted, Map<String, Object> values) {
        if (wanted.q == null || wanted.q.isBlank()) {
            return Meaning.ANYTHING;
        }
        SearchQuery query = words.query(wanted.q);
        if (query.isEmpty() || visible.isEmpty()) {
            return Meaning.NOTHING;
        }
        String meant = SearchQuery.within(visible, query.any());
        values.put("searchedIn", tenant.id());
        values.put("words", meant);
        boolean frequent = words.index().isFrequent(visible, query.any());
        return new Meaning(" and " + words.index().condition(frequent, "i.id", ":searchedIn", ":words"), !frequent);
    }

    private static void add(
            StringBuilder condition, Map<String, Object> values, String part, String name, @Nullable Object value) {
        if (value != null) {
            condition.append(" and ").append(part);
            values.put(name, value);
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
