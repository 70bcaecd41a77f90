package org.bihuan.workorder.domain;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.bihuan.workorder.ClockAnnounced;

/** How many deadlines this instance has announced; counted once it is certain. */
@ApplicationScoped
class AnnouncementMetrics {
    private static final int BREACH = 100;

    private final MeterRegistry registry;

    AnnouncementMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ClockAnnounced announced) {
        registry.counter("bihuan.announcements", "clock", announced.clock().name(), "step", step(announced.percent()))
                .increment();
    }

    private static String step(int percent) {
        if (percent < BREACH) {
            return "warned";
        }
        return percent == BREACH ? "breached" : "escalated";
    }
}
