package org.bihuan.frontdesk.domain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.InvalidInput;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Phones;
import org.bihuan.workorder.WorkOrderId;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InteractionRepository implements PanacheRepositoryBase<Interaction, UUID> {
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

    /** The newest first. */
    List<Interaction> page(
            Collection<UUID> visible, InteractionFilter filter, Paging.@Nullable Position after, int rows) {
        Map<String, Object> values = new LinkedHashMap<>();
        String condition = condition(visible, filter, values);
        if (after != null) {
            condition += " and (i.startedAt, i.id) < (:afterStart, :afterId)";
            values.put("afterStart", after.instant(0));
            values.put("afterId", after.id(1));
        }
        String hql = "from Interaction i where " + condition + " order by i.startedAt desc, i.id desc";
        return bind(getSession().createQuery(hql, Interaction.class), values)
                .setMaxResults(rows)
                .getResultList();
    }

    long count(Collection<UUID> visible, InteractionFilter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        String hql = "select count(*) from Interaction i where " + condition(visible, filter, values);
        return bind(getSession().createQuery(hql, Long.class), values).getSingleResult();
    }

    private static String condition(Collection<UUID> visible, InteractionFilter filter, Map<String, Object> values) {
        StringBuilder condition = new StringBuilder("i.communityId in :visible");
        values.put("visible", visible);
        add(condition, values, "i.communityId = :community", "community", filter.communityId());
        add(condition, values, "i.party.phone = :phone", "phone", e164(filter.phone()));
        add(condition, values, "i.startedAt >= :from", "from", filter.from());
        add(condition, values, "i.startedAt < :to", "to", filter.to());
        return condition.toString();
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

    private static @Nullable String e164(@Nullable String typed) {
        return typed == null
                ? null
                : Phones.parse(typed).orElseThrow(() -> InvalidInput.invalid("?phone", "PHONE_NOT_USABLE"));
    }
}
