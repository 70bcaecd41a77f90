package org.bihuan.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.bihuan.shared.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who must act and pay, and why. Made of plain values, so that it can be kept with what it was judged for.
 *
 * @param part of the warranty rules; null where none applies
 * @param warrantyEnd the last day of the warranty on that part, also when it is over; null where it is not known
 */
public record Responsibility(
        Liability code,
        Grounds grounds,
        @Nullable WarrantyPart part,
        @Nullable LocalDate warrantyEnd) {
    /** What the judgement rests on. */
    public enum Grounds {
        WITHIN_WARRANTY,
        WARRANTY_OVER,
        /** Nobody has entered the completion-acceptance date, so what is usual is all that can be said. */
        ACCEPTANCE_UNKNOWN,
        NO_WARRANTY
    }

    /** The last day on which the developer answers for it; null when somebody else does, or when the day is not known. */
    public @Nullable LocalDate until() {
        return grounds == Grounds.WITHIN_WARRANTY ? warrantyEnd : null;
    }

    /** The reason in a short sentence. */
    public String reason(Language language) {
        String partName = part == null ? "" : language.say("warranty-part." + part, List.of());
        String lastDay = warrantyEnd == null ? "" : warrantyEnd.toString();
        String whoPays = language.say("liability." + code, List.of());
        return language.say("liability." + grounds, List.of(partName, lastDay, whoPays));
    }
}
