package org.bihuan.integration.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Keeps receivers that do not answer from holding the few hands that do all the work: one delivery to each at a time, half of
 * the hands for all of them together, and a rest for those that let us wait in vain.
 */
@ApplicationScoped
class SlowReceivers {
    private static final int AT_ONCE = 2;
    private static final Duration REST = Duration.ofSeconds(60);
    private static final Duration QUEUE_UP = Duration.ofMillis(500);

    private final Map<UUID, Instant> resting = new ConcurrentHashMap<>();
    private final java.util.Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    SlowReceivers(Clock clock) {
        this.clock = clock;
    }

    /** @return empty when it is this one's turn, who then has to {@link #leave}; else when to ask again */
    synchronized Optional<Instant> enter(UUID webhook) {
        Instant now = clock.instant();
        Instant until = resting.get(webhook);
        if (until != null && until.isAfter(now)) {
            return Optional.of(later(until));
        }
        resting.remove(webhook);
        if (busy.size() >= AT_ONCE || !busy.add(webhook)) {
            return Optional.of(later(now.plus(QUEUE_UP)));
        }
        return Optional.empty();
    }

    void leave(UUID webhook) {
        busy.remove(webhook);
    }

    void letUsWait(UUID webhook) {
        resting.put(webhook, clock.instant().plus(REST));
    }

    /** Not all at the same moment. */
    private static Instant later(Instant from) {
        return from.plusMillis(ThreadLocalRandom.current().nextLong(QUEUE_UP.toMillis()));
    }
}
