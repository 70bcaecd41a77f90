package org.bihuan.integration.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** What events are called outside: {@code workOrder.dispatched}. */
final class EventType {
    static final String OWNER_MESSAGE = "message.owner";
    static final String TEST = "webhook.test";

    /** A type, or all of a family. */
    static final String PATTERN = "(workOrder|message)\\.(\\*|[a-z][A-Za-z]{0,60})";

    private EventType() {}

    /** @param line the type of a line of the timeline; the verbs become what has happened, others keep their words */
    static String ofLine(String line) {
        return "workOrder."
                + switch (line) {
                    case "REGISTER" -> "registered";
                    case "DISPATCH" -> "dispatched";
                    case "ACCEPT" -> "accepted";
                    case "DECLINE" -> "declined";
                    case "RECALL" -> "recalled";
                    case "START" -> "started";
                    case "HOLD" -> "held";
                    case "RESUME" -> "resumed";
                    case "COMPLETE" -> "completed";
                    case "REFER" -> "referred";
                    case "CANCEL" -> "cancelled";
                    case "REOPEN" -> "reopened";
                    case "CLOSE" -> "closed";
                    case "CHANGE" -> "changed";
                    case "NOTE" -> "noted";
                    default -> camel(line);
                };
    }

    /** {@code FOLLOW_UP_ATTEMPT} becomes {@code followUpAttempt}. */
    private static String camel(String upperSnake) {
        String words = Arrays.stream(upperSnake.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return words.isEmpty() ? "other" : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether somebody who wants these wants this one. */
    static boolean isWanted(String type, Collection<String> wanted) {
        String family = type.substring(0, type.indexOf('.')) + ".*";
        return wanted.contains(type) || wanted.contains(family);
    }

    /** As CloudEvents name it. */
    static String cloud(String type) {
        return "org.bihuan." + type.toLowerCase(Locale.ROOT);
    }
}
