package org.bihuan.integration.domain;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.time.Instant;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.bihuan.company.Caller;
import org.bihuan.company.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who follows the events. Only {@link EventStreams} writes, in one thread; whoever reads slowly has a small queue and is
 * read to from the database again when there is room in it.
 */
final class EventStream {
    /** Besides these there is always room for a word about the stream itself. */
    private static final int LONGEST_QUEUE = 250;

    private static final int ROOM_FOR_WORDS = 6;

    private final LinkedBlockingQueue<StreamItem> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE + ROOM_FOR_WORDS);
    private final UnicastProcessor<StreamItem> items;
    private final Instant openedAt;
    private final boolean follows;
    private volatile Caller caller;
    private @Nullable Position position;
    private boolean live;
    private Instant lastWord;

    /**
     * @param from what they have heard already; null for nothing, which they do not miss either
     * @param follows whether it goes on when everything has been told
     */
    EventStream(
            Caller caller, @Nullable Position from, boolean follows, Instant now, Consumer<EventStream> whenItEnds) {
        this.caller = caller;
        this.position = from;
        this.follows = follows;
        this.openedAt = now;
        this.lastWord = now;
        this.items = UnicastProcessor.create(queue, () -> whenItEnds.accept(this));
    }

    Multi<StreamItem> items() {
        return items;
    }

    Caller caller() {
        return caller;
    }

    Instant openedAt() {
        return openedAt;
    }

    boolean isLive() {
        return live;
    }

    @Nullable
    Position position() {
        return position;
    }

    /** How many events can be told now. */
    int room() {
        return Math.max(0, LONGEST_QUEUE - queue.size());
    }

    /** Whether the caller may know of it: the desk of its communities, a technician of their own and of what was taken from them. */
    boolean mayHear(EventReader.Told event) {
        Caller now = caller;
        if (!event.company().equals(now.company().value())) {
            return false;
        }
        boolean theirDesk = event.community() != null && now.runsTheDeskOf(event.community());
        boolean theirWork = now.is(Role.TECHNICIAN)
                && (now.id().value().equals(event.assignee())
                        || now.id().value().equals(event.previousAssignee()));
        return theirDesk || theirWork;
    }

    /** Tells it, if they may hear it. Needs {@link #room}. */
    void tell(EventReader.Told event, Instant now) {
        if (mayHear(event)) {
            say(StreamItem.of(event), now);
        }
        position = event.position();
    }

    /** Everything up to there has been told. */
    void reached(Position end, Instant now) {
        position = end;
        if (!live) {
            live = true;
            say(StreamItem.ready(end), now);
        }
        if (!follows) {
            items.onComplete();
        }
    }

    void missedSome(Position end, Instant now) {
        say(StreamItem.reset(end), now);
        reached(end, now);
    }

    /** They read too slowly; what is missing is read to them later. */
    void fallBehind() {
        live = false;
    }

    void beat(Instant now, java.time.Duration every) {
        if (!lastWord.plus(every).isAfter(now)) {
            say(StreamItem.heartbeat(position), now);
        }
    }

    private void say(StreamItem item, Instant now) {
        lastWord = now;
        if (queue.remainingCapacity() > 0) {
            items.onNext(item);
        }
    }

    void isNow(Caller present) {
        caller = present;
    }

    /** At once: what waits is not told any more. Who may, comes again and goes on from what they have really heard. */
    void end() {
        queue.clear();
        items.onComplete();
    }
}
