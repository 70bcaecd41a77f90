package org.bihuan.workorder.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.bihuan.shared.Forbidden;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.workorder.Actor;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Verb;

/** In which capacities a caller stands towards one order; in none, it does not exist for them. */
final class Capacities {
    /** Who is the assignee acts as the assignee, and who is both desk and manager as the desk where that is enough. */
    private static final List<Capacity> PREFERENCE = List.of(Capacity.ASSIGNEE, Capacity.DESK, Capacity.MANAGER);

    private Capacities() {}

    static Set<Capacity> of(Caller caller, WorkOrder order) {
        Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
        boolean theirCommunity = caller.communities().contains(order.communityId());
        if (caller.is(Role.TECHNICIAN) && caller.id().value().equals(order.assigneeId())) {
            capacities.add(Capacity.ASSIGNEE);
        }
        if (theirCommunity && caller.is(Role.FRONT_DESK)) {
            capacities.add(Capacity.DESK);
        }
        if (theirCommunity && caller.is(Role.MANAGER)) {
            capacities.add(Capacity.MANAGER);
        }
        return capacities;
    }

    /** @throws NotFound for who may not see the order */
    static Set<Capacity> require(Caller caller, WorkOrder order) {
        Set<Capacity> capacities = of(caller, order);
        if (capacities.isEmpty()) {
            throw new NotFound();
        }
        return capacities;
    }

    /**
     * The capacity in which the caller may use the verb now.
     *
     * @throws Forbidden when none of theirs ever may, or none may in this status
     * @throws NotNow when nobody may in this status
     */
    static Actor acting(Caller caller, WorkOrder order, Verb verb, Instant now) {
        Set<Capacity> capacities = require(caller, order);
        if (!Moves.isEverFor(verb, capacities)) {
            throw new Forbidden("NOT_YOUR_MOVE", verb.action());
        }
        Move move = Moves.find(verb, order.status(), order.heldIn(), order.kind())
                .orElseThrow(() -> WorkOrderRules.notNow(verb, capacities, order, now));
        return PREFERENCE.stream()
                .filter(capacity -> capacities.contains(capacity) && move.who().contains(capacity))
                .findFirst()
                .map(capacity -> Actor.of(caller, capacity))
                .orElseThrow(() -> new Forbidden("NOT_YOUR_MOVE", verb.action()));
    }

    /** For what is not a verb: notes and corrections. */
    static Actor any(Caller caller, WorkOrder order) {
        Set<Capacity> capacities = require(caller, order);
        return PREFERENCE.stream()
                .filter(capacities::contains)
                .findFirst()
                .map(capacity -> Actor.of(caller, capacity))
                .orElseThrow(NotFound::new);
    }
}
