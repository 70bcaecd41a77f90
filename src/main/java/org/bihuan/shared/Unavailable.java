package org.bihuan.shared;

/** Something we depend on is away for the moment; nothing was changed, and the same request may be sent again. */
public final class Unavailable extends DomainException {
    public Unavailable() {
        super("UNAVAILABLE");
    }
}
