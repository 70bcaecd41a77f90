package org.bihuan.company;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.bihuan.shared.NotSignedIn;
import org.bihuan.shared.Requester;
import org.jspecify.annotations.Nullable;

/** The caller of the present request. */
@ApplicationScoped
public class CurrentCaller implements Requester {
    /** Under this attribute the security identity carries its {@link Caller}. */
    public static final String ATTRIBUTE = "caller";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws NotSignedIn when nobody is */
    public Caller get() {
        Caller caller = orNull();
        if (caller == null) {
            throw new NotSignedIn("NOT_SIGNED_IN");
        }
        return caller;
    }

    /** Null also for whoever sends a token that is not valid: operations for somebody refuse them before they get here. */
    public @Nullable Caller orNull() {
        try {
            return identity.isAnonymous() ? null : identity.getAttribute(ATTRIBUTE);
        } catch (AuthenticationFailedException e) {
            return null;
        }
    }

    @Override
    public @Nullable UUID accountId() {
        Caller caller = orNull();
        return caller == null ? null : caller.id().value();
    }

    @Override
    public @Nullable String language() {
        Caller caller = orNull();
        return caller == null ? null : caller.language();
    }
}
