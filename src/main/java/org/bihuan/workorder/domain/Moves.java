package org.bihuan.workorder.domain;

import static org.bihuan.workorder.Capacity.ASSIGNEE;
import static org.bihuan.workorder.Capacity.DESK;
import static org.bihuan.workorder.Capacity.MANAGER;
import static org.bihuan.workorder.Capacity.OWNER;
import static org.bihuan.workorder.Capacity.SYSTEM;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.workorder.Capacity;
import org.bihuan.workorder.Kind;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The one table of legal moves, used by every door into the system. Its source is the table "The life of a work order" in
 * src/docs/state-machine.md. A new status makes the compiler list the places to think about: no switch here has a default.
 */
final class Moves {
    private static final Set<Capacity> THE_DESK = Set.of(DESK, MANAGER);
    private static final Set<Capacity> THE_MANAGER = Set.of(MANAGER);

    /** The assignee, or the desk or a manager for them when they report by telephone. */
    private static final Set<Capacity> ASSIGNEE_OR_FOR_THEM = Set.of(ASSIGNEE, DESK, MANAGER);

    private static final Set<Capacity> WHOEVER_ASKS = Set.of(DESK, MANAGER, OWNER);

    private Moves() {}

    /** All that can be done to an order of this kind in this status. */
    static List<Move> from(Status status, @Nullable Status heldIn, Kind kind) {
        return switch (status) {
            case REGISTERED -> fromRegistered(kind);
            case DISPATCHED ->
                List.of(
                        new Move(Verb.ACCEPT, Status.ACCEPTED, ASSIGNEE_OR_FOR_THEM),
                        new Move(Verb.DECLINE, Status.REGISTERED, ASSIGNEE_OR_FOR_THEM),
                        new Move(Verb.DISPATCH, Status.DISPATCHED, THE_DESK),
                        new Move(Verb.RECALL, Status.REGISTERED, THE_DESK),
                        new Move(Verb.HOLD, Status.ON_HOLD, whoMayHoldIn(status)),
                        new Move(Verb.CANCEL, Status.CANCELLED, THE_DESK));
            case ACCEPTED ->
                List.of(
                        new Move(Verb.START, Status.IN_PROGRESS, ASSIGNEE_OR_FOR_THEM),
                        new Move(Verb.DECLINE, Status.REGISTERED, ASSIGNEE_OR_FOR_THEM),
                        new Move(Verb.DISPATCH, Status.DISPATCHED, THE_DESK),
                        new Move(Verb.RECALL, Status.REGISTERED, THE_DESK),
                        new Move(Verb.HOLD, Status.ON_HOLD, whoMayHoldIn(status)),
                        new Move(Verb.CANCEL, Status.CANCELLED, THE_DESK));
            case IN_PROGRESS ->
                List.of(
                        new Move(Verb.COMPLETE, Status.COMPLETED, ASSIGNEE_OR_FOR_THEM),
                        new Move(Verb.HOLD, Status.ON_HOLD, whoMayHoldIn(status)),
                        new Move(Verb.DISPATCH, Status.DISPATCHED, THE_DESK),
                        new Move(Verb.CANCEL, Status.CANCELLED, THE_MANAGER));
            case ON_HOLD -> fromHold(heldIn);
            case COMPLETED ->
                List.of(
                        new Move(Verb.CLOSE, Status.CLOSED, THE_MANAGER),
                        new Move(Verb.REOPEN, Status.REGISTERED, WHOEVER_ASKS));
            case CLOSED -> List.of(new Move(Verb.REOPEN, Status.REGISTERED, WHOEVER_ASKS));
            case CANCELLED -> List.of();
        };
    }

    /** What the desk can answer on the spot it completes itself; a repair or a hazard somebody must go and see. */
    private static List<Move> fromRegistered(Kind kind) {
        Stream<Move> always = Stream.of(
                new Move(Verb.DISPATCH, Status.DISPATCHED, THE_DESK),
                new Move(Verb.REFER, Status.COMPLETED, THE_DESK),
                new Move(Verb.HOLD, Status.ON_HOLD, whoMayHoldIn(Status.REGISTERED)),
                new Move(Verb.CANCEL, Status.CANCELLED, THE_DESK));
        Stream<Move> answer = switch (kind) {
            case REPAIR, HAZARD -> Stream.of();
            case COMPLAINT, VISIT, INQUIRY, SUGGESTION ->
                Stream.of(new Move(Verb.COMPLETE, Status.COMPLETED, THE_DESK));
        };
        return Stream.concat(answer, always).toList();
    }

    private static List<Move> fromHold(@Nullable Status heldIn) {
        if (heldIn == null) {
            throw new IllegalStateException("an order on hold was held in some status");
        }
        return List.of(
                new Move(Verb.RESUME, heldIn, whoMayHoldIn(heldIn)),
                new Move(Verb.DISPATCH, Status.DISPATCHED, THE_DESK),
                new Move(Verb.CANCEL, Status.CANCELLED, heldIn == Status.IN_PROGRESS ? THE_MANAGER : THE_DESK));
    }

    private static Set<Capacity> whoMayHoldIn(Status status) {
        return status == Status.REGISTERED ? THE_DESK : ASSIGNEE_OR_FOR_THEM;
    }

    static Optional<Move> find(Verb verb, Status status, @Nullable Status heldIn, Kind kind) {
        return from(status, heldIn, kind).stream()
                .filter(move -> move.verb() == verb)
                .findFirst();
    }

    /** Whether somebody in one of these capacities can ever do this, in whichever status: else it is forbidden, not untimely. */
    static boolean isEverFor(Verb verb, Set<Capacity> capacities) {
        Set<Status> heldIn = EnumSet.of(Status.REGISTERED, Status.DISPATCHED, Status.ACCEPTED, Status.IN_PROGRESS);
        return capacities.contains(SYSTEM)
                || Arrays.stream(Status.values())
                        .flatMap(status -> heldIn.stream()
                                .flatMap(held -> Arrays.stream(Kind.values())
                                        .flatMap(kind -> from(status, held, kind).stream())))
                        .filter(move -> move.verb() == verb)
                        .anyMatch(move -> move.who().stream().anyMatch(capacities::contains));
    }
}
