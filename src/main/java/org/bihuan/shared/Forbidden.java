package org.bihuan.shared;

/** The caller may see it, but may not do this. */
public final class Forbidden extends DomainException {
    public Forbidden() {
        this("FORBIDDEN");
    }

    public Forbidden(String rule, Object... arguments) {
        super(rule, arguments);
    }
}
