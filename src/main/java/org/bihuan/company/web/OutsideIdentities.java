package org.bihuan.company.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.domain.CallerLookup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** An outside provider has said who it is; what they are here our own account says. */
@ApplicationScoped
class OutsideIdentities implements SecurityIdentityAugmentor {
    private final CallerLookup callers;
    private final String usernameClaim;

    OutsideIdentities(
            CallerLookup callers, @ConfigProperty(name = "bihuan.security.oidc-username-claim") String usernameClaim) {
        this.callers = callers;
        this.usernameClaim = usernameClaim;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || identity.getAttribute(CurrentCaller.ATTRIBUTE) != null) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> callers.byUsername(username(identity))
                .map(OwnTokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private String username(SecurityIdentity identity) {
        Object claim = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(usernameClaim) : null;
        return claim == null ? "" : claim.toString();
    }
}
