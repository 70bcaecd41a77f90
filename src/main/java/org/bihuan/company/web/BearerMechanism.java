package org.bihuan.company.web;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import java.util.Set;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.shared.CurrentLanguage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Bearer tokens: our own, or those of an outside OpenID Connect provider where one is configured. */
@Alternative
@Priority(1)
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    private final OidcAuthenticationMechanism outside;
    private final boolean outsideConfigured;

    BearerMechanism(
            OidcAuthenticationMechanism outside,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean outsideConfigured) {
        this.outside = outside;
        this.outsideConfigured = outsideConfigured;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().optional(Optional.empty());
        }
        OwnToken token = new OwnToken(header.substring(SCHEME.length()).strip());
        Uni<SecurityIdentity> identity = outsideConfigured && !token.isOurs()
                ? outside.authenticate(request, identities)
                : identities.authenticate(token);
        return identity.invoke(known -> remember(request, known));
    }

    /** Refusals are put into words where nobody can ask any more who it was. */
    private static void remember(RoutingContext request, @Nullable SecurityIdentity known) {
        Caller caller = known == null ? null : known.getAttribute(CurrentCaller.ATTRIBUTE);
        if (caller != null) {
            request.put(CurrentLanguage.CHOSEN, caller.language());
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(OwnToken.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
