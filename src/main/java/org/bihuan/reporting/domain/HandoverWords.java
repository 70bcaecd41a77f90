package org.bihuan.reporting.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.reporting.domain.HandoverSheet.CallLine;
import org.bihuan.reporting.domain.HandoverSheet.OrderLine;
import org.bihuan.shared.Language;
import org.bihuan.shared.Words;
import org.jspecify.annotations.Nullable;

/** What a handover sheet says in one language, with times in the zone of its community. */
final class HandoverWords {
    private static final int SHORT = 80;

    private final Words words;
    private final HandoverSheet sheet;
    private final DateTimeFormatter time;

    HandoverWords(HandoverSheet sheet, Language language) {
        this.words = new Words(language);
        this.sheet = sheet;
        this.time = DateTimeFormatter.ofPattern("MM-dd HH:mm")
                .withZone(ZoneId.of(sheet.community().timeZone()));
    }

    String say(String key, Object... arguments) {
        return words.say("sheet." + key, arguments);
    }

    /** Of a column that lists of work orders have too. */
    String title(String column) {
        return words.title("handover", column);
    }

    String word(Enum<?> constant) {
        return words.word(constant);
    }

    String time(@Nullable Instant at) {
        return at == null ? "" : time.format(at);
    }

    String subject() {
        return say("subject", sheet.community().name(), time(sheet.from()), time(sheet.to()));
    }

    String counts() {
        HandoverSheet.Counts counts = sheet.counts();
        return say(
                "counts",
                Long.toString(counts.overdue()),
                Long.toString(counts.promisedCallBacks()),
                Long.toString(counts.newOrders()),
                Long.toString(counts.open()));
    }

    /** 待派单 3, 处理中 2. */
    String openByStatus() {
        return sheet.openByStatus().stream()
                .map(status -> word(status.status()) + " " + status.count())
                .collect(Collectors.joining(", "));
    }

    String place(OrderLine order) {
        return Stream.of(order.unitCode(), order.position())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** The clock that passes next, and when. */
    String due(OrderLine order) {
        return order.clock() == null ? "" : word(order.clock()) + " " + time(order.dueAt());
    }

    /** In one line of a letter. */
    String line(OrderLine order) {
        String about = Stream.of(order.assigneeName(), waiting(order), due(order))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return "· " + order.number() + " " + word(order.priority()) + " " + word(order.status()) + " " + place(order)
                + " " + oneLine(order.description()) + (about.isEmpty() ? "" : " (" + about + ")");
    }

    /** Why it waits, and until when. */
    @Nullable
    String waiting(OrderLine order) {
        return order.holdReason() == null ? null : word(order.holdReason()) + " " + time(order.nextCheckAt());
    }

    String line(CallLine call) {
        String who = Stream.of(call.reporterName(), call.reporterPhone(), call.unitCode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        String note = call.lastNote() == null ? "" : " (" + oneLine(call.lastNote()) + ")";
        return "· " + time(call.at()) + " " + agreed(call) + " " + who + " " + call.workOrderNumber() + " "
                + oneLine(call.description()) + note;
    }

    String agreed(CallLine call) {
        return say(call.agreed() ? "agreed" : "due", time(call.dueAt()));
    }

    private static String oneLine(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** How many are not shown; empty where all are. */
    String andMore(long all, List<?> shown) {
        return all <= shown.size() ? "" : say("more", Long.toString(all - shown.size()));
    }
}
