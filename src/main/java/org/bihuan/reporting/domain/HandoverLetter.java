package org.bihuan.reporting.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bihuan.company.LetterToColleagues;
import org.bihuan.shared.Language;
import org.jspecify.annotations.Nullable;

/** A handover sheet as a mail: what cannot wait comes first. */
final class HandoverLetter {
    /** A mail is read in one go; the rest is on the sheet. */
    private static final int MOST_LINES = 30;

    private final HandoverSheet sheet;
    private final HandoverWords words;

    HandoverLetter(HandoverSheet sheet, Language language) {
        this.sheet = sheet;
        this.words = new HandoverWords(sheet, language);
    }

    LetterToColleagues.Text text(String from, @Nullable String note) {
        HandoverSheet.Counts counts = sheet.counts();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.say("from", from, words.time(sheet.takenAt())));
        if (note != null && !note.isBlank()) {
            paragraphs.add(note.strip());
        }
        paragraphs.add(words.counts());
        add(paragraphs, "overdue", counts.overdue(), sheet.overdue(), words::line);
        add(paragraphs, "promised", counts.promisedCallBacks(), sheet.promisedCallBacks(), words::line);
        add(paragraphs, "new", counts.newOrders(), sheet.newOrders(), words::line);
        add(paragraphs, "open", counts.open(), sheet.open(), words::line);
        return new LetterToColleagues.Text(words.subject(), String.join("\n\n", paragraphs));
    }

    private <T> void add(List<String> paragraphs, String section, long count, List<T> all, Function<T, String> line) {
        if (count == 0) {
            return;
        }
        List<T> shown = all.subList(0, Math.min(all.size(), MOST_LINES));
        List<String> lines = new ArrayList<>();
        lines.add(words.say(section) + " (" + count + ")");
        shown.forEach(one -> lines.add(line.apply(one)));
        String more = words.andMore(count, shown);
        if (!more.isEmpty()) {
            lines.add(more);
        }
        paragraphs.add(String.join("\n", lines));
    }
}
