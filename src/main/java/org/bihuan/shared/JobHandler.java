package org.bihuan.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Does one kind of {@link Jobs work}. It is called in the job's company and with no transaction open, and may be called again for
 * the same job when an earlier try ended without a word: what it does must be the same done twice.
 */
public interface JobHandler {
    /** How long one call may take. Then it is interrupted and counts as failed; a claim is taken for dead only well after it. */
    Duration LONGEST = Duration.ofSeconds(12);

    String kind();

    /** @throws Exception when it did not work; it is tried again by {@link #pauses()} */
    Result run(Jobs.Job job) throws Exception;

    /** What to wait after the first, second, … failure, each stretched at random by up to a quarter; after the last the job is dead. */
    default List<Duration> pauses() {
        return List.of(
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(6));
    }

    /** How a job went that did not fail. */
    sealed interface Result {
        Result DONE = new Done();

        record Done() implements Result {}

        /** It is not time yet; this is no failure and counts as no try. */
        record Later(Instant at) implements Result {}

        /** Trying again would not help; it goes to the dead ones at once. */
        record Hopeless(String reason) implements Result {}
    }
}
