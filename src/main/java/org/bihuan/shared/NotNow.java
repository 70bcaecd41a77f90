package org.bihuan.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refused by the present state of the thing; tells that state and what the caller may do instead. */
public final class NotNow extends DomainException {
    private final @Nullable String currentStatus;
    private final transient List<String> allowedActions;

    public NotNow(String rule, Object... arguments) {
        this(rule, null, List.of(), arguments);
    }

    public NotNow(String rule, @Nullable String currentStatus, List<String> allowedActions, Object... arguments) {
        super(rule, arguments);
        this.currentStatus = currentStatus;
        this.allowedActions = List.copyOf(allowedActions);
    }

    public @Nullable String currentStatus() {
        return currentStatus;
    }

    public List<String> allowedActions() {
        return allowedActions;
    }
}
