package org.bihuan.workorder.domain;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Seals what has been added to the timelines of every company. What it seals it also says in the log, which usually goes where
 * nobody who could rewrite the database reaches.
 */
@ApplicationScoped
public class TimelineSealing {
    private static final Logger LOG = Logger.getLogger(TimelineSealing.class);

    /** In one seal, and so in one transaction: about a second's work. */
    private static final int MOST_ORDERS = 10_000;

    private final TimelineSeals seals;
    private volatile boolean stopping;

    TimelineSealing(TimelineSeals seals) {
        this.seals = seals;
    }

    /** Until nothing waits any more. @return how many seals were written */
    public int sealAll() {
        int sealed = 0;
        for (UUID company : seals.companiesThatWait()) {
            sealed += sealAll(company);
        }
        return sealed;
    }

    /** The same of one company. */
    int sealAll(UUID company) {
        int sealed = 0;
        Optional<SealName> seal = seals.seal(company, MOST_ORDERS);
        while (seal.isPresent()) {
            sealed++;
            LOG.infof("Timelines sealed: %s", seal.get());
            seal = stopping ? Optional.empty() : seals.seal(company, MOST_ORDERS);
        }
        return sealed;
    }

    /** The rest waits until the next start. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }
}
