package org.bihuan.company.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.bihuan.company.Caller;
import org.bihuan.company.CurrentCaller;
import org.bihuan.company.domain.AccessTokens;
import org.bihuan.company.domain.CallerLookup;

/** Turns a valid token of ours into the caller it stands for, as the database knows them now. */
@ApplicationScoped
class OwnTokenIdentities implements IdentityProvider<OwnToken> {
    private final AccessTokens tokens;
    private final CallerLookup callers;

    OwnTokenIdentities(AccessTokens tokens, CallerLookup callers) {
        this.tokens = tokens;
        this.callers = callers;
    }

    @Override
    public Class<OwnToken> getRequestType() {
        return OwnToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(OwnToken token, AuthenticationRequestContext context) {
        return context.runBlocking(() -> tokens.read(token.text())
                .flatMap(callers::bySession)
                .map(OwnTokenIdentities::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.username()))
                .addRoles(caller.roles().stream().map(Enum::name).collect(Collectors.toSet()))
                .addAttribute(CurrentCaller.ATTRIBUTE, caller)
                .build();
    }
}
