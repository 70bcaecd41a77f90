package org.bihuan.workorder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of legal moves once more, as src/docs/state-machine.md has it and not as the code has it: who is T (the assignee),
 * D (the desk) or M (a manager).
 */
final class LegalMoves {
    static final List<String> VERBS = List.of(
            "dispatch",
            "accept",
            "decline",
            "recall",
            "start",
            "hold",
            "resume",
            "complete",
            "refer",
            "cancel",
            "reopen",
            "close");

    private static final String TABLE = """
            REGISTERED           dispatch DM DISPATCHED, refer DM COMPLETED, hold DM ON_HOLD, cancel DM CANCELLED
            REGISTERED_INQUIRY   dispatch DM DISPATCHED, refer DM COMPLETED, hold DM ON_HOLD, cancel DM CANCELLED, complete DM CLOSED
            DISPATCHED           accept TDM ACCEPTED, decline TDM REGISTERED, dispatch DM DISPATCHED, recall DM REGISTERED, hold TDM ON_HOLD, cancel DM CANCELLED
            ACCEPTED             start TDM IN_PROGRESS, decline TDM REGISTERED, dispatch DM DISPATCHED, recall DM REGISTERED, hold TDM ON_HOLD, cancel DM CANCELLED
            IN_PROGRESS          complete TDM COMPLETED, hold TDM ON_HOLD, dispatch DM DISPATCHED, cancel M CANCELLED
            HELD_IN_REGISTERED   resume DM REGISTERED, dispatch DM DISPATCHED, cancel DM CANCELLED
            HELD_IN_DISPATCHED   resume TDM DISPATCHED, dispatch DM DISPATCHED, cancel DM CANCELLED
            HELD_IN_ACCEPTED     resume TDM ACCEPTED, dispatch DM DISPATCHED, cancel DM CANCELLED
            HELD_IN_IN_PROGRESS  resume TDM IN_PROGRESS, dispatch DM DISPATCHED, cancel M CANCELLED
            COMPLETED            close M CLOSED, reopen DM REGISTERED
            CLOSED               reopen DM REGISTERED
            CANCELLED
            """;

    private static final Map<String, Map<String, Legal>> BY_STATE = parse();

    private LegalMoves() {}

    /** Who may do it, and the status it leads to. */
    record Legal(String who, String to) {}

    static List<String> states() {
        return List.copyOf(BY_STATE.keySet());
    }

    static Optional<Legal> find(String state, String verb) {
        return Optional.ofNullable(BY_STATE.getOrDefault(state, Map.of()).get(verb));
    }

    /** Whether T, D or M may do it in any state at all. */
    static boolean isEverFor(String verb, String who) {
        return BY_STATE.values().stream()
                .map(moves -> moves.get(verb))
                .anyMatch(legal -> legal != null && legal.who().contains(who));
    }

    private static Map<String, Map<String, Legal>> parse() {
        Map<String, Map<String, Legal>> table = new LinkedHashMap<>();
        TABLE.lines().forEach(line -> {
            String[] columns = line.split("\\s+", 2);
            Map<String, Legal> moves = new LinkedHashMap<>();
            if (columns.length == 2 && !columns[1].isBlank()) {
                Arrays.stream(columns[1].split(", ", -1))
                        .map(move -> move.split(" ", -1))
                        .forEach(move -> moves.put(move[0], new Legal(move[1], move[2])));
            }
            table.put(columns[0], moves);
        });
        return table;
    }
}
