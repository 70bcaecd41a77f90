package org.bihuan.integration.domain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.Callers;
import org.bihuan.company.Role;
import org.bihuan.shared.TooManyTries;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of events on behalf of everybody who follows it at this instance: one thread, one short query for all who are up
 * to date, one each for those who are not yet. No stream holds a thread or a connection.
 */
@ApplicationScoped
public class EventStreams {
    private static final Logger LOG = Logger.getLogger(EventStreams.class);
    private static final int PAGE = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final EventReader reader;
    private final Callers callers;
    private final EventSettings settings;
    private final Clock clock;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("events").daemon().factory());
    private boolean started;
    private boolean failing;
    private @Nullable Position told;
    private Instant rightsChecked = Instant.EPOCH;

    EventStreams(EventReader reader, Callers callers, EventSettings settings, Clock clock) {
        this.reader = reader;
        this.callers = callers;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Follows what happens from now on, or from where somebody left.
     *
     * @param lastEventId what they heard last; null when they begin
     * @param follow whether it goes on when everything has been told
     * @throws TooManyTries when this account has too many streams already
     */
    public Multi<StreamItem> open(Caller caller, @Nullable String lastEventId, boolean follow) {
        Position from = lastEventId == null || lastEventId.isBlank()
                ? null
                // What is no place of ours is older than anything, so they are told to read anew.
                : Position.parse(lastEventId.strip()).orElse(Position.before(0));
        EventStream stream = new EventStream(caller, from, follow, clock.instant(), streams::remove);
        add(stream);
        return stream.items();
    }

    private synchronized void add(EventStream stream) {
        long theirs = streams.stream()
                .filter(other -> other.caller().id().equals(stream.caller().id()))
                .count();
        if (theirs >= settings.streamsPerAccount()) {
            throw new TooManyTries("TOO_MANY_STREAMS", RETRY_AFTER);
        }
        streams.add(stream);
        if (!started) {
            started = true;
            long pause = settings.lookEvery().toMillis();
            var unused = thread.scheduleWithFixedDelay(this::goOn, 0, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Must not throw, or it would never be called again. While the database is away, streams wait. */
    private void goOn() {
        try {
            if (streams.isEmpty()) {
                told = null;
                return;
            }
            Instant now = clock.instant();
            endOld(now);
            advance(now);
            checkRights(now);
            streams.forEach(stream -> stream.beat(now, settings.heartbeatEvery()));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf("Events cannot be read for the moment: %s", e);
            }
            failing = true;
            Instant now = clock.instant();
            streams.forEach(stream -> stream.beat(now, settings.heartbeatEvery()));
        }
    }

    private void endOld(Instant now) {
        streams.stream()
                .filter(stream ->
                        !stream.openedAt().plus(settings.longestStream()).isAfter(now))
                .forEach(EventStream::end);
    }

    private void advance(Instant now) {
        EventReader.Horizon horizon = reader.horizon();
        Position end = tellLive(told == null ? horizon.end() : told, horizon.end(), now);
        told = end;
        for (EventStream stream : List.copyOf(streams)) {
            if (!stream.isLive()) {
                catchUp(stream, horizon, end, now);
            }
        }
    }

    /** @return up to where all who are up to date have been told */
    private Position tellLive(Position from, Position end, Instant now) {
        List<EventStream> live = streams.stream().filter(EventStream::isLive).toList();
        if (live.isEmpty() || from.compareTo(end) >= 0) {
            return end;
        }
        Set<UUID> companies =
                live.stream().map(stream -> stream.caller().company().value()).collect(Collectors.toSet());
        List<EventReader.Told> events = reader.read(companies, from, end, PAGE);
        events.forEach(event -> live.forEach(stream -> tellOrLeaveBehind(stream, event, now)));
        Position reached = events.size() < PAGE ? end : events.getLast().position();
        live.stream().filter(EventStream::isLive).forEach(stream -> stream.reached(reached, now));
        return reached;
    }

    private static void tellOrLeaveBehind(EventStream stream, EventReader.Told event, Instant now) {
        if (!stream.isLive()) {
            return;
        }
        if (stream.room() == 0) {
            stream.fallBehind();
        } else if (event.company().equals(stream.caller().company().value())) {
            stream.tell(event, now);
        }
    }

    private void catchUp(EventStream stream, EventReader.Horizon horizon, Position end, Instant now) {
        Position from = stream.position();
        if (from == null) {
            stream.reached(end, now);
        } else if (!horizon.knowsWhatFollows(from)) {
            stream.missedSome(end, now);
        } else if (from.compareTo(end) >= 0) {
            reachedWhenTheOthersAre(stream, from, end, now);
        } else if (stream.room() > 0) {
            int most = Math.min(PAGE, stream.room());
            List<EventReader.Told> events =
                    reader.read(Set.of(stream.caller().company().value()), from, end, most);
            events.forEach(event -> stream.tell(event, now));
            if (events.size() < most) {
                stream.reached(end, now);
            }
        }
    }

    /** Somebody may know more than has been read here so far; told again nothing would be lost, but something doubled. */
    private static void reachedWhenTheOthersAre(EventStream stream, Position from, Position end, Instant now) {
        if (from.equals(end)) {
            stream.reached(end, now);
        }
    }

    private void checkRights(Instant now) {
        if (rightsChecked.plus(settings.checkRightsEvery()).isAfter(now)) {
            return;
        }
        rightsChecked = now;
        Map<UUID, Optional<Caller>> known = new HashMap<>();
        for (EventStream stream : List.copyOf(streams)) {
            Caller caller = stream.caller();
            known.computeIfAbsent(caller.sessionId(), session -> callers.now(caller))
                    .filter(present -> present.isAny(Role.FRONT_DESK, Role.MANAGER, Role.TECHNICIAN))
                    .ifPresentOrElse(stream::isNow, stream::end);
        }
    }

    /** At the first word of it, because a stream is a request that the stop would wait for. They come again, here or elsewhere. */
    void stopSoon(@Observes ShutdownDelayInitiatedEvent event) {
        streams.forEach(EventStream::end);
    }

    void stop(@Observes ShutdownEvent event) {
        streams.forEach(EventStream::end);
    }

    @PreDestroy
    void close() {
        thread.shutdownNow();
    }
}
