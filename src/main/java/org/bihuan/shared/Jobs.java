package org.bihuan.shared;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Work that has to happen even if the process dies: it is written down in the transaction that promises it, and done later by
 * whichever instance claims it.
 */
public interface Jobs {
    /**
     * Adds work for the present company, in the present transaction. Only the first of one kind and key counts, as long as it is
     * remembered: until seven days after it was done.
     *
     * @return whether it was new
     */
    boolean add(NewJob job);

    /**
     * @param kind which {@link JobHandler} does it, UPPER_SNAKE
     * @param key what makes it the same work as another of its kind; administrators see it, so it names nobody
     * @param runAt not before this
     * @param data what the handler needs to know, small; ids rather than copies
     */
    record NewJob(String kind, String key, Instant runAt, Map<String, String> data) {}

    /** @param attempt 1 for the first; those that were cut off and could not say how they went are not counted */
    record Job(UUID id, String kind, String key, int attempt, Map<String, String> data) {
        /** @throws IllegalStateException when nobody gave it */
        public String get(String name) {
            String value = data.get(name);
            if (value == null) {
                throw new IllegalStateException(kind + " without " + name);
            }
            return value;
        }
    }
}
