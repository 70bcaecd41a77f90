package org.bihuan.shared;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many lines of a file created something, changed something, changed nothing; or why nothing was done. */
public record ImportOutcome(int created, int updated, int unchanged, List<Rejection> rejected) {
    public static ImportOutcome refused(List<Rejection> rejected) {
        return new ImportOutcome(0, 0, 0, rejected);
    }

    public View view(Language language) {
        return new View(
                created,
                updated,
                unchanged,
                rejected.stream().map(line -> RejectedLine.of(line, language)).toList());
    }

    @Schema(name = "ImportOutcome", description = "How many lines created, changed or left everything as it was")
    public record View(int created, int updated, int unchanged, List<RejectedLine> rejected) {}

    @Schema(name = "RejectedLine")
    public record RejectedLine(
            @Schema(description = "As an editor counts them; the header is 1")
            int line,

            @Schema(description = "Null where it is about the whole line") @Nullable
            String column,

            String code,
            String message) {
        static RejectedLine of(Rejection rejection, Language language) {
            return new RejectedLine(
                    rejection.line(),
                    rejection.column(),
                    rejection.code(),
                    language.say(rejection.code(), rejection.arguments()));
        }
    }
}
