package org.bihuan.followup;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.bihuan.shared.Id;
import org.bihuan.shared.Ids;

/** Identifies the duty to ring somebody back about one round of a work order. */
public record FollowUpId(@JsonValue UUID value) implements Id {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FollowUpId {}

    public static FollowUpId next() {
        return new FollowUpId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
