package org.bihuan.shared;

/** It does not exist, or the caller may not know that it does. */
public final class NotFound extends DomainException {
    public NotFound() {
        super("NOT_FOUND");
    }
}
