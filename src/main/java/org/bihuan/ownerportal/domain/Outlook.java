package org.bihuan.ownerportal.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bihuan.shared.Language;
import org.bihuan.workorder.ClockName;
import org.bihuan.workorder.Status;
import org.bihuan.workorder.WorkOrderFacts;
import org.bihuan.workorder.WorkOrders;
import org.bihuan.workorder.WorkOrders.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How a matter stands, in words for who waits for it.
 *
 * @param nextStep what comes next, and until when
 * @param dueAt when that is due; null where nobody has promised a time
 */
record Outlook(String statusText, String nextStep, @Nullable Instant dueAt) {
    /** What an owner waits for next; its texts are {@code next.STEP}, {@code .by} with a time and {@code .late}. */
    private record Step(String name, @Nullable Instant dueAt) {}

    static Outlook of(Progress progress, ZoneId zone, Language language, Instant now) {
        WorkOrderFacts order = progress.facts();
        Step step = next(progress, now);
        return new Outlook(
                language.say("status." + order.status(), List.of()),
                say(step, zone, language, now),
                order.status() == Status.CLOSED ? null : step.dueAt());
    }

    private static Step next(Progress progress, Instant now) {
        return switch (progress.facts().status()) {
            case REGISTERED -> new Step("DISPATCH", progress.due().get(ClockName.DISPATCH));
            case DISPATCHED, ACCEPTED ->
                progress.due().containsKey(ClockName.ARRIVE)
                        ? new Step("ARRIVE", progress.due().get(ClockName.ARRIVE))
                        : new Step("FINISH", progress.due().get(ClockName.FINISH));
            case IN_PROGRESS -> new Step("FINISH", progress.due().get(ClockName.FINISH));
            case ON_HOLD -> new Step("CHECK", progress.nextCheckAt());
            case COMPLETED -> new Step("FOLLOW_UP", null);
            case CLOSED -> reopening(progress.facts(), now);
            case CANCELLED -> new Step("NOTHING", null);
        };
    }

    private static Step reopening(WorkOrderFacts order, Instant now) {
        Instant closed = order.closedAt();
        return closed == null || OwnerAction.isClosedTooLong(order, now)
                ? new Step("NOTHING", null)
                : new Step("REOPEN", closed.plus(WorkOrders.REOPENABLE));
    }

    private static String say(Step step, ZoneId zone, Language language, Instant now) {
        String key = "next." + step.name();
        if (step.dueAt() == null) {
            return language.say(key, List.of());
        }
        if (now.isAfter(step.dueAt())) {
            return language.say(key + ".late", List.of());
        }
        return language.say(key + ".by", List.of(time(step.dueAt(), zone, language)));
    }

    private static String time(Instant at, ZoneId zone, Language language) {
        String pattern = switch (language) {
            case ZH_CN -> "M月d日 HH:mm";
            case EN -> "d MMMM, HH:mm";
        };
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(zone)
                .format(at);
    }
}
