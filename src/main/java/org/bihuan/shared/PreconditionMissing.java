package org.bihuan.shared;

/** A change without {@code If-Match}: the caller has not said which version they mean. */
public final class PreconditionMissing extends DomainException {
    public PreconditionMissing() {
        super("IF_MATCH_MISSING");
    }
}
