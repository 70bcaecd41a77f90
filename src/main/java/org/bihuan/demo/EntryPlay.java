package org.bihuan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bihuan.demo.DayScript.Caller;
import org.bihuan.demo.DayScript.Entry;
import org.bihuan.demo.DayScript.Location;
import org.bihuan.demo.DayWords.Material;
import org.bihuan.demo.DayWords.Words;
import org.bihuan.demo.DemoStaff.Member;
import org.jspecify.annotations.Nullable;

/** One matter of the day from the call to the end of its follow-up. */
final class EntryPlay {
    private static final Duration NEXT_CHECK_IN = Duration.ofHours(3);

    private final StagedEstate estate;
    private final Entry entry;
    private final Words words;
    private final int turn;
    private final ApiClient desk;
    private final InstantSource clock;

    /** @param turn the entry's place in the day, by which the clerks and the technicians of a trade take turns */
    EntryPlay(StagedEstate estate, Entry entry, Words words, int turn, InstantSource clock) {
        this.estate = estate;
        this.entry = entry;
        this.words = words;
        this.turn = turn;
        this.desk = estate.desk(turn);
        this.clock = clock;
    }

    /** What was made: the order, and the follow-up of its first round if there was one. */
    record Made(Entry entry, String workOrderId, @Nullable String followUpId) {}

    /** What the API is asked; field names are the contract's. */
    record NewInteraction(
            String communityId,
            String channel,
            String direction,
            Instant startedAt,
            @Nullable Integer ringSeconds,
            Caller caller,
            List<NewWorkOrder> workOrders) {}

    /** A work order within a new interaction. */
    record NewWorkOrder(String kind, String categoryCode, String description, Location location, String priority) {}

    /** What whoever did the work reports. */
    record Completion(
            String resolution,
            @Nullable String cause,
            @Nullable Integer labourMinutes,
            @Nullable List<Material> materials) {}

    Made play(Instant startedAt) {
        String workOrderId = register(startedAt);
        OrderPlay order = OrderPlay.read(desk, workOrderId);
        if (words.internalNote() != null) {
            order.note(desk, "INTERNAL", words.internalNote());
        }
        follow(order);
        String followUpId = order.followUpId();
        if (followUpId != null) {
            // The other clerk rings: who answered or referred a matter may not judge it.
            ApiClient caller = estate.desk(turn + 1);
            new FollowUpPlay(clock).play(caller, followUpId, entry.attempts(), words.comment());
        }
        managerNote(order);
        return new Made(entry, workOrderId, followUpId);
    }

    private String register(Instant startedAt) {
        NewWorkOrder order = new NewWorkOrder(
                entry.kind(), entry.categoryCode(), entry.description(), entry.location(), entry.priority());
        NewInteraction interaction = new NewInteraction(
                estate.communityId(),
                entry.channel(),
                "INBOUND",
                startedAt,
                entry.ringSeconds(),
                entry.caller(),
                List.of(order));
        return desk.post("/interactions", interaction).text("workOrders/0/id");
    }

    private void follow(OrderPlay order) {
        switch (entry.path()) {
            case DESK ->
                order.verb(
                        desk, "complete", Map.of("resolution", said(words.resolution()), "code", "ANSWERED_AT_DESK"));
            case REFER ->
                order.verb(desk, "refer", Map.of("to", said(words.referTo()), "advice", said(words.advice())));
            case CANCEL -> order.verb(desk, "cancel", Map.of("reason", said(words.cancelReason())));
            case OPEN -> accept(order, technician(0));
            case DONE -> work(order, technician(0), false);
            case HELD -> work(order, technician(0), true);
            case DECLINED -> {
                decline(order, technician(0));
                work(order, technician(1), false);
            }
        }
    }

    private void accept(OrderPlay order, Member technician) {
        order.verb(desk, "dispatch", Map.of("assigneeId", technician.accountId()));
        order.verb(technician.client(), "accept", Map.of());
    }

    private void decline(OrderPlay order, Member technician) {
        order.verb(desk, "dispatch", Map.of("assigneeId", technician.accountId()));
        order.verb(technician.client(), "decline", Map.of("reason", said(words.declineReason())));
    }

    private void work(OrderPlay order, Member technician, boolean held) {
        accept(order, technician);
        ApiClient by = technician.client();
        order.verb(by, "start", Map.of());
        if (words.publicNote() != null) {
            order.note(by, "PUBLIC", words.publicNote());
        }
        if (held) {
            order.verb(by, "hold", hold());
            order.verb(by, "resume", Map.of());
        }
        order.verb(by, "complete", completion());
    }

    private Map<String, String> hold() {
        Instant nextCheck = clock.instant().plus(NEXT_CHECK_IN).truncatedTo(ChronoUnit.SECONDS);
        return Map.of(
                "reasonCode", "WAITING_PARTS", "note", said(words.holdNote()), "nextCheckAt", nextCheck.toString());
    }

    private Completion completion() {
        return new Completion(said(words.resolution()), words.cause(), words.labourMinutes(), words.materials());
    }

    /** What the manager adds when the owner is not satisfied. */
    private void managerNote(OrderPlay order) {
        if (words.managerNote() != null) {
            ApiClient manager = estate.manager().client();
            order.refresh(manager);
            order.note(manager, "INTERNAL", words.managerNote());
        }
    }

    private Member technician(int further) {
        String crew = entry.crew();
        if (crew == null) {
            throw new IllegalStateException("the script names no crew for the entry of " + entry.time());
        }
        return estate.technician(crew, turn + further);
    }

    private String said(@Nullable String words) {
        if (words == null) {
            throw new IllegalStateException("the words for the entry of " + entry.time() + " are incomplete");
        }
        return words;
    }

    static Played readBack(ApiClient by, Made made) {
        ApiAnswer order = by.get("/work-orders/" + made.workOrderId());
        String followUpId = made.followUpId();
        return new Played(
                made.entry(),
                made.workOrderId(),
                order.text("number"),
                order.text("status"),
                order.number("round"),
                order.textOrNull("closing/reason"),
                followUpId == null ? null : FollowUpPlay.status(by, followUpId));
    }
}
