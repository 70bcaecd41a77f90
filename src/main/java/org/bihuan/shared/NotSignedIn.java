package org.bihuan.shared;

/** No valid proof of who is asking. */
public final class NotSignedIn extends DomainException {
    public NotSignedIn(String rule) {
        super(rule);
    }
}
