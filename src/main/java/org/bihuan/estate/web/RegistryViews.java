package org.bihuan.estate.web;

import java.util.List;
import org.bihuan.estate.domain.RegistryImport;
import org.bihuan.estate.domain.Rejection;
import org.bihuan.shared.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a registry, over the wire. */
final class RegistryViews {
    private RegistryViews() {}

    @Schema(name = "RejectedLine")
    record Rejected(
            @Schema(description = "As an editor counts them; the header is 1")
            int line,

            @Schema(description = "Null where it is about the whole line") @Nullable
            String column,

            String code,
            String message) {
        static Rejected of(Rejection rejection, Language language) {
            return new Rejected(
                    rejection.line(),
                    rejection.column(),
                    rejection.code(),
                    language.say(rejection.code(), rejection.arguments()));
        }
    }

    @Schema(name = "RegistryOutcome", description = "How many lines created, changed or left everything as it was")
    record Outcome(int created, int updated, int unchanged, List<Rejected> rejected) {
        static Outcome of(RegistryImport.Outcome outcome, Language language) {
            return new Outcome(
                    outcome.created(),
                    outcome.updated(),
                    outcome.unchanged(),
                    outcome.rejected().stream()
                            .map(rejection -> Rejected.of(rejection, language))
                            .toList());
        }
    }
}
