package org.bihuan.shared;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The {@link Jobs} of the present company for somebody who looks after them. */
public interface JobRegister {
    /** What can be listed; what is done is only remembered. */
    enum Listed {
        READY,
        DEAD
    }

    @Schema(name = "JobState")
    enum State {
        READY,
        DONE,
        DEAD
    }

    /** Dead ones from the latest, ready ones from the first that is due. */
    Listing<KeptJob> list(PageQuery page, Listed state, @Nullable String kind);

    /** @throws NotFound if the company has none like that, or none any more */
    KeptJob read(UUID id);

    boolean isKnown(UUID id);

    /**
     * Has a dead job done again, at once and with all its tries.
     *
     * @throws NotNow when it is not dead
     */
    KeptJob runAgain(UUID id, @Nullable String ifMatch);

    /** Without its data: they are the handler's affair. */
    @Schema(name = "Job")
    record KeptJob(
            UUID id,

            @Schema(description = "What is to be done") String kind,

            @Schema(description = "What makes it the same work as another of its kind")
            String key,

            State state,

            @Schema(description = "How often it was begun") int attempts,

            @Schema(description = "It is not begun before this")
            Instant runAt,

            @Schema(description = "Why the last try failed; null as long as none did") @Nullable
            String lastError,

            Instant createdAt,

            @Schema(description = "When it was done, or given up") @Nullable
            Instant finishedAt,

            long version)
            implements Versioned {}
}
