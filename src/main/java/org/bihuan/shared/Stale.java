package org.bihuan.shared;

/** The caller's copy is not the present one. */
public final class Stale extends DomainException {
    private final long presentVersion;

    public Stale(long presentVersion) {
        super("STALE");
        this.presentVersion = presentVersion;
    }

    public long presentVersion() {
        return presentVersion;
    }
}
