package org.bihuan.company.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bihuan.testing.ProblemDocuments.requireProblem;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.company.AccountId;
import org.bihuan.company.CompanyId;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.Unavailable;
import org.bihuan.testing.Api;
import org.bihuan.testing.HttpTest;
import org.bihuan.testing.World;
import org.junit.jupiter.api.Test;

/** The keys of several instances on one database, which is sometimes away. */
@HttpTest
class SigningKeysTest {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int WHOLE_POOL = 20;

    /** All at one moment, so that nothing here is right because time has passed. */
    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);

    @Inject
    AgroalDataSource database;

    @Inject
    InstallationSecret secret;

    private int made;
    private final AtomicBoolean away = new AtomicBoolean();

    private SigningKeys instance(AgroalDataSource source) {
        return new SigningKeys(source, secret, clock);
    }

    private AccessTokens tokens(SigningKeys keys) {
        return new AccessTokens(keys, clock, LIFETIME);
    }

    /** The real database, but for when it is away. */
    private AgroalDataSource failing() {
        return (AgroalDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("away", "08006");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static AccessTokens.Claims claims() {
        return new AccessTokens.Claims(CompanyId.next(), AccountId.next(), Ids.next());
    }

    /** As another instance makes one that nobody has seen yet. */
    private String tokenOfAFreshKey(AccessTokens.Claims claims) throws SQLException {
        try (Connection connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into signing_key (id, key, created_at) values (?, ?, ?)")) {
            insert.setString(1, Ids.next().toString());
            insert.setBytes(2, secret.seal("signing-key", InstallationSecret.random(32)));
            insert.setTimestamp(3, java.sql.Timestamp.from(clock.instant().plusMillis(++made)));
            insert.executeUpdate();
        }
        SigningKeys other = instance(database);
        return tokens(other).issue(claims);
    }

    @Test
    void aFreshKeyOfAnotherInstanceIsFoundAtOnceAlsoAfterUnknownOnes() throws SQLException {
        SigningKeys here = instance(database);
        for (int i = 0; i < 3; i++) {
            assertThat(here.find(Ids.next().toString())).isEmpty();
            AccessTokens.Claims claims = claims();
            assertThat(tokens(here).read(tokenOfAFreshKey(claims))).contains(claims);
        }
    }

    @Test
    void aReadThatFailedSaysNothingAboutTheToken() throws SQLException {
        AccessTokens.Claims claims = claims();
        String token = tokenOfAFreshKey(claims);
        AccessTokens here = tokens(instance(failing()));
        away.set(true);
        assertThatThrownBy(() -> here.read(token)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> here.read(token)).isInstanceOf(Unavailable.class);
        away.set(false);
        assertThat(here.read(token)).contains(claims);
    }

    @Test
    void whatIsNoIdOfOursIsNotAskedFor() {
        SigningKeys here = instance(failing());
        away.set(true);
        assertThat(here.find("x' or true")).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNotTakenForATokenThatIsNotValid() throws SQLException {
        Api desk = World.first().as("desk");
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < WHOLE_POOL; i++) {
                all.add(database.getConnection());
            }
            requireProblem(desk.get("/me"), 503);
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
        desk.get("/me").require(200);
    }

    @Test
    void aStartWithAnotherSecretEndsInPlainWords() throws SQLException {
        String id = Ids.next().toString();
        try (Connection connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into signing_key (id, key, created_at) values (?, ?, ?)");
                var delete = connection.prepareStatement("delete from signing_key where id = ?")) {
            insert.setString(1, id);
            insert.setBytes(2, secret.seal("sealed under another key", InstallationSecret.random(32)));
            insert.setTimestamp(3, java.sql.Timestamp.from(clock.instant()));
            insert.executeUpdate();
            try {
                assertThatThrownBy(() -> instance(database).check(new StartupEvent()))
                        .isInstanceOf(PreventFurtherStepsException.class)
                        .hasMessageContaining("bihuan.secret is not the one")
                        .hasMessageContaining("BIHUAN_SECRET");
            } finally {
                delete.setString(1, id);
                delete.executeUpdate();
            }
        }
    }
}
