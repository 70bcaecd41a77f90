package org.bihuan.notification;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.company.AccountId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.JobHandler;
import org.bihuan.shared.Jobs;
import org.bihuan.workorder.ClockAnnounced;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.WorkOrderId;
import org.bihuan.workorder.WorkOrders;

/** What the application does from within, done by hand: a job again, and the announcement of a clock. */
@ApplicationScoped
public class Workbench {
    private final List<JobHandler> handlers;
    private final CurrentTenant tenant;
    private final WorkOrders workOrders;
    private final Event<ClockAnnounced> announced;

    Workbench(
            @All List<JobHandler> handlers,
            CurrentTenant tenant,
            WorkOrders workOrders,
            Event<ClockAnnounced> announced) {
        this.handlers = handlers;
        this.tenant = tenant;
        this.workOrders = workOrders;
        this.announced = announced;
    }

    @ActivateRequestContext
    public JobHandler.Result run(String company, String kind, String key, int attempt, Map<String, String> data)
            throws Exception {
        tenant.enter(UUID.fromString(company));
        JobHandler handler = handlers.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return handler.run(new Jobs.Job(Ids.next(), kind, key, attempt, data));
    }

    @ActivateRequestContext
    public void announce(String company, String order, int percent, Set<String> audience) {
        tenant.enter(UUID.fromString(company));
        QuarkusTransaction.requiringNew()
                .run(() -> announced.fire(new ClockAnnounced(
                        Ids.next(),
                        workOrders.find(new WorkOrderId(UUID.fromString(order))).orElseThrow(),
                        ClockName.ARRIVE,
                        percent,
                        Instant.parse("2026-11-23T01:40:00Z"),
                        audience.stream()
                                .map(id -> new AccountId(UUID.fromString(id)))
                                .collect(Collectors.toSet()))));
    }
}
