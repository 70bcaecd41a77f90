package org.bihuan.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads the identifiers of this installation: UUIDs of version 7 (RFC 9562), which grow with time. */
public final class Ids {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();
    private static final int TEXT_LENGTH = 36;

    private Ids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** One that stands where it would have been made at that time: for what happened before it came here. */
    public static UUID at(Instant time) {
        return GENERATOR.construct(time.toEpochMilli());
    }

    /** Reads the canonical 36-character form; anything else is no id of ours, also what {@link UUID#fromString} would accept. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(text); // which takes the digits of any script
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
