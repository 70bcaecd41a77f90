package org.bihuan.company.domain;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.bihuan.company.AccountId;
import org.bihuan.company.CompanyId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;

/** Short-lived JWTs that name a session; what their holder may do is looked up at each request, not written in them. */
@ApplicationScoped
public class AccessTokens {
    static final String ISSUER = "bihuan";
    private static final String COMPANY = "company";
    private static final String SESSION = "sid";

    private final SigningKeys keys;
    private final Clock clock;
    private final Duration lifetime;

    AccessTokens(
            SigningKeys keys,
            Clock clock,
            @ConfigProperty(name = "bihuan.security.access-token-lifetime") Duration lifetime) {
        this.keys = keys;
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /** What a valid token says. */
    public record Claims(CompanyId company, AccountId account, UUID session) {}

    Duration lifetime() {
        return lifetime;
    }

    String issue(Claims claims) {
        SigningKeys.Key key = keys.current();
        Instant now = clock.instant();
        return Jwt.issuer(ISSUER)
                .subject(claims.account().toString())
                .claim(COMPANY, claims.company().toString())
                .claim(SESSION, claims.session().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime))
                .jws()
                .keyId(key.id())
                .algorithm(SignatureAlgorithm.HS256)
                .sign(key.secret());
    }

    /**
     * Empty for whatever is not a living token of ours.
     *
     * @throws org.bihuan.shared.Unavailable when that cannot be told for the moment
     */
    public Optional<Claims> read(String token) {
        return keyOf(token).flatMap(key -> read(token, key));
    }

    /** Looked up before the library begins, which would take our own troubles for those of the token. */
    private Optional<SecretKey> keyOf(String token) {
        try {
            String id = JsonWebStructure.fromCompactSerialization(token).getKeyIdHeaderValue();
            return id == null ? Optional.empty() : keys.find(id);
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    private Optional<Claims> read(String token, SecretKey key) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setVerificationKey(key)
                    .setJwsAlgorithmConstraints(
                            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setExpectedIssuer(ISSUER)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return Optional.of(new Claims(
                    new CompanyId(UUID.fromString(claims.getStringClaimValue(COMPANY))),
                    new AccountId(UUID.fromString(claims.getSubject())),
                    UUID.fromString(claims.getStringClaimValue(SESSION))));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
