package org.bihuan.durability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What the clients were told. Kept on their side, so it knows nothing of what died. */
final class Ledger {
    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final Map<String, Integer> interactions = new ConcurrentHashMap<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger replayed = new AtomicInteger();
    private final AtomicInteger putOff = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** A change of an order, by the line that it leaves on the timeline. */
    void acknowledge(String order, String line, String status) {
        lines.computeIfAbsent(order, id -> new CopyOnWriteArrayList<>()).add(line);
        statuses.put(order, status);
        acknowledged.incrementAndGet();
    }

    void acknowledgeInteraction(String interaction, int orders) {
        interactions.put(interaction, orders);
    }

    /** An answer that nobody should get, whatever dies. */
    void surprise(String what) {
        surprises.add(what);
    }

    void wasReplayed() {
        replayed.incrementAndGet();
    }

    void wasPutOff() {
        putOff.incrementAndGet();
    }

    void wasUnanswered() {
        unanswered.incrementAndGet();
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int putOff() {
        return putOff.get();
    }

    int unanswered() {
        return unanswered.get();
    }

    Map<String, List<String>> lines() {
        return lines;
    }

    Map<String, String> statuses() {
        return statuses;
    }

    Map<String, Integer> interactions() {
        return interactions;
    }

    List<String> surprises() {
        return surprises;
    }

    @Override
    public String toString() {
        return "%d changes of %d orders acknowledged, %d answered again, %d put off, %d unanswered"
                .formatted(acknowledged(), lines.size(), replayed.get(), putOff(), unanswered());
    }
}
