package org.bihuan.shared;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;

/** A row that people change, with when it was made and last changed; of two changes of one version the second is refused. */
@MappedSuperclass
public abstract class Revisable extends TenantOwned {
    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private long version;

    protected Revisable() {}

    protected Revisable(Instant now) {
        createdAt = now;
        updatedAt = now;
    }

    protected final void changed(Instant now) {
        updatedAt = now;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }
}
