package org.bihuan.workorder;

import java.util.UUID;
import org.bihuan.company.Caller;
import org.jspecify.annotations.Nullable;

/** Who did something, in which capacity; nobody in person when the system itself did. */
public record Actor(@Nullable UUID id, String displayName, Capacity capacity) {
    public static final Actor SYSTEM = new Actor(null, "Bihuan", Capacity.SYSTEM);

    public static Actor of(Caller caller, Capacity capacity) {
        return new Actor(caller.id().value(), caller.displayName(), capacity);
    }
}
