package org.bihuan.frontdesk;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.bihuan.shared.Id;
import org.bihuan.shared.Ids;

/** Identifies one call, visit or message. */
public record InteractionId(@JsonValue UUID value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InteractionId {}

    public static InteractionId next() {
        return new InteractionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
