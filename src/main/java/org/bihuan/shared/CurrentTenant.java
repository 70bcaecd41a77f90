package org.bihuan.shared;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Whose data this request or job may touch. Nobody's, until somebody has been recognised. */
@RequestScoped
public class CurrentTenant {
    /** The nil UUID belongs to no company, so a query without a tenant finds nothing. */
    public static final UUID NOBODY = new UUID(0, 0);

    private UUID id = NOBODY;

    public UUID id() {
        return id;
    }

    public void enter(UUID tenant) {
        this.id = tenant;
    }
}
