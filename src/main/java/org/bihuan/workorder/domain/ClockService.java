package org.bihuan.workorder.domain;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.DatabaseOutage;
import org.jboss.logging.Logger;

/**
 * Announces deadlines, each step once however many instances look for it and whatever is killed: the notice is a row under a
 * unique key, written together with everything that follows from it.
 */
@ApplicationScoped
public class ClockService {
    private static final Logger LOG = Logger.getLogger(ClockService.class);

    /** How many batches are looked for at once. */
    private static final int WINDOW = 20;

    /** How many share a transaction: enough to save time, few enough that a change of one of them hardly waits. */
    private static final int BATCH = 25;

    private final DueOrders dueOrders;
    private final ClockAnnouncer announcer;
    private final CurrentTenant tenant;
    private final Clock clock;
    private volatile boolean stopping;

    /** Grows with success: whoever has just started is slow, and what is cut off in the middle has to be done again. */
    private volatile int batch = 1;

    ClockService(DueOrders dueOrders, ClockAnnouncer announcer, CurrentTenant tenant, Clock clock) {
        this.dueOrders = dueOrders;
        this.announcer = announcer;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** How many orders were taken in hand, and how many could not be announced and will be tried again. */
    public record Outcome(int announced, int failed) {
        private Outcome plus(Outcome other) {
            return new Outcome(announced + other.announced, failed + other.failed);
        }

        private int handled() {
            return announced + failed;
        }
    }

    /** Announces all that is due, of every company. */
    @ActivateRequestContext
    public Outcome announceDue() {
        Outcome all = new Outcome(0, 0);
        Outcome last;
        int size;
        do {
            size = batch;
            last = announceWindow(size);
            all = all.plus(last);
            batch = last.announced() > 0 && last.failed() == 0 ? Math.min(BATCH, size * 2) : size;
        } while (last.handled() >= WINDOW * size / 2 && !stopping);
        return all;
    }

    private Outcome announceWindow(int size) {
        Outcome outcome = new Outcome(0, 0);
        for (DueOrders.Batch batch : dueOrders.read(clock.instant(), WINDOW * size, size)) {
            if (!stopping) {
                outcome = outcome.plus(inItsCompany(batch));
            }
        }
        return outcome;
    }

    private Outcome inItsCompany(DueOrders.Batch batch) {
        UUID before = tenant.id();
        tenant.enter(batch.company());
        try {
            return together(batch.orders());
        } finally {
            tenant.enter(before);
        }
    }

    private Outcome together(List<UUID> orders) {
        try {
            return new Outcome(announcer.announce(orders), 0);
        } catch (RuntimeException e) {
            throwIfDatabaseIsAway(e);
            LOG.warnf(
                    "%d orders are announced one by one, because together it failed: %s", orders.size(), e.getClass());
            return orders.stream().map(this::alone).reduce(new Outcome(0, 0), Outcome::plus);
        }
    }

    /** One that cannot be announced is tried again later, and keeps nobody from the others. */
    private Outcome alone(UUID order) {
        try {
            return new Outcome(announcer.announce(List.of(order)), 0);
        } catch (RuntimeException e) {
            throwIfDatabaseIsAway(e);
            LOG.errorf("Work order %s could not be announced and will be tried again: %s", order, e.getClass());
            announcer.postpone(order);
            return new Outcome(0, 1);
        }
    }

    /** Then it is no order's fault, and none may wait for it: the next look comes in a second. */
    private static void throwIfDatabaseIsAway(RuntimeException failure) {
        if (DatabaseOutage.isBehind(failure)) {
            throw failure;
        }
    }

    /** What is in hand is finished; the rest is found by whoever looks next. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }
}
