package org.bihuan.company.domain;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bihuan.company.InitialSetUp;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.NotSignedIn;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A new installation has no usable account. Until the first company is founded, each start prints a fresh token with which
 * that can be done, once; only its hash is stored.
 */
@ApplicationScoped
class SetUpToken implements InitialSetUp {
    private static final Logger LOG = Logger.getLogger(SetUpToken.class);
    private static final int TOKEN_BYTES = 18;

    private final AgroalDataSource pool;
    private final EntityManager database;
    private final Optional<String> given;
    private @Nullable String printed;

    SetUpToken(
            AgroalDataSource pool,
            EntityManager database,
            @ConfigProperty(name = "bihuan.setup-token") Optional<String> given) {
        this.pool = pool;
        this.database = database;
        this.given = given;
    }

    void print(@Observes StartupEvent start) {
        String token = given.orElseGet(
                () -> Base64.getUrlEncoder().withoutPadding().encodeToString(InstallationSecret.random(TOKEN_BYTES)));
        if (replace(token)) {
            printed = token;
            LOG.infof(
                    "This installation has no company yet. Set it up with POST /api/v1/setup and this one-time token.");
            LOG.infof("Set-up token: %s", token);
        }
    }

    @Override
    public Optional<String> token() {
        return Optional.ofNullable(printed);
    }

    private boolean replace(String token) {
        try (Connection connection = pool.getConnection();
                var update = connection.prepareStatement("""
                        insert into set_up (only_row, token_hash) select true, ? where not exists (select from company)
                        on conflict (only_row) do update set token_hash = excluded.token_hash
                        """)) {
            update.setString(1, hash(token));
            return update.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws NotNow when the installation is set up already; NotSignedIn for a wrong token */
    void use(String token) {
        Object companies = database.createNativeQuery("select count(*) from company", Long.class)
                .getSingleResult();
        if (((Number) companies).longValue() > 0) {
            throw new NotNow("ALREADY_SET_UP");
        }
        // The row is the lock: of two at once the second finds it gone.
        int used = database.createNativeQuery("delete from set_up where token_hash = ?1")
                .setParameter(1, hash(token))
                .executeUpdate();
        if (used == 0) {
            throw new NotSignedIn("SETUP_TOKEN_NOT_VALID");
        }
        printed = null;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
