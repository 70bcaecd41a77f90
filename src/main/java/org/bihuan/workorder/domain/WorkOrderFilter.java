package org.bihuan.workorder.domain;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.catalogue.Catalogue;
import org.bihuan.workorder.domain.WorkOrderSearch.Conditions;
import org.jspecify.annotations.Nullable;

/** What the desk filters by, as conditions on work orders. */
record WorkOrderFilter(Conditions all, Catalogue catalogue, Clock clock) {
    private static final String NOBODY_SENT = "(w.status in (REGISTERED, ON_HOLD) and w.assigneeId is null)";

    void add(WorkOrderQuery query) {
        if (query.isAboutOpenOrders()) {
            condition(WorkOrderSearch.OPEN);
        }
        addWhatItIs(query);
        addWhoAndWhere(query);
        addDeadlines(query);
        addHistory(query);
    }

    private void addWhatItIs(WorkOrderQuery query) {
        addCategories(query.categoryCode);
        all.oneOf("channel", query.channel);
        all.oneOf("resolution.code", query.resolutionCode);
        all.oneOf("closing.reason", query.closingReason);
        if (!query.liability.isEmpty()) {
            List<String> names = query.liability.stream().map(Enum::name).toList();
            condition(all.named("cast(sql('(? ->> ''code'')', w.liability) as string) in ", names));
        }
        if (Boolean.FALSE.equals(query.open)) {
            condition("w.status in (CLOSED, CANCELLED)");
        }
        yesOrNo(query.reopened, "w.round > 1", "w.round = 1");
    }

    /** Whatever nobody has in their catalogue, nothing is of that category. */
    private void addCategories(List<String> codes) {
        if (!codes.isEmpty()) {
            Collection<UUID> ids = catalogue.idsOf(codes);
            if (ids.isEmpty()) {
                condition("false");
            } else {
                all.in("categoryId", ids);
            }
        }
    }

    private void addWhoAndWhere(WorkOrderQuery query) {
        yesOrNo(query.unassigned, NOBODY_SENT, "not " + NOBODY_SENT);
        all.equal("registeredBy", query.registeredById);
        all.equal("spot.buildingId", query.buildingId);
        all.equal("reporter.residentId", query.residentId);
        all.equal("reporter.reporterPhone", query.e164());
    }

    private void addDeadlines(WorkOrderQuery query) {
        if (query.overdue != null) {
            Instant now = clock.instant();
            condition(
                    query.overdue
                            ? all.named("w.nextDueAt < ", now)
                            : all.named("(w.nextDueAt is null or w.nextDueAt >= ", now) + ")");
        }
        all.compare("nextDueAt", ">=", query.dueFrom);
        all.oneOf("hold.reason", query.holdReason);
        all.compare("hold.nextCheckAt", "<", query.nextCheckBefore);
        all.compare("preferredFrom", ">=", query.appointmentFrom);
        all.compare("preferredFrom", "<", query.appointmentTo);
    }

    private void addHistory(WorkOrderQuery query) {
        all.compare("updatedAt", ">=", query.updatedFrom);
        all.compare("updatedAt", "<", query.updatedTo);
        all.compare("closing.at", ">=", query.closedFrom);
        all.compare("closing.at", "<", query.closedTo);
        // What was closed then, was recorded before and not changed earlier: so that lists in those orders end there.
        all.compare("updatedAt", ">=", query.closedFrom);
        all.compare("createdAt", "<", query.closedTo);
    }

    private void yesOrNo(@Nullable Boolean wanted, String ifYes, String ifNo) {
        if (wanted != null) {
            condition(wanted ? ifYes : ifNo);
        }
    }

    private void condition(String text) {
        all.add(text, Map.of());
    }
}
