package org.bihuan.company.domain;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.Unavailable;
import org.jboss.logging.Logger;

/**
 * The keys access tokens are signed with (HS256: who signs and who checks is the same). They lie sealed in the database, for
 * all instances; a new one is made every 30 days, and an old one goes when no token of it can be alive.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int FIRST = 1;
    private static final Duration IN_USE = Duration.ofDays(30);
    private static final Duration KEPT = IN_USE.plusDays(1);
    private static final String PURPOSE = "signing-key";
    private static final int KEY_BYTES = 32;

    private final AgroalDataSource database;
    private final InstallationSecret secret;
    private final Clock clock;
    private final Map<String, Key> known = new ConcurrentHashMap<>();
    private final AtomicLong readsBegun = new AtomicLong();
    private boolean lastReadFailed; // only under the lock of readLater

    SigningKeys(AgroalDataSource database, InstallationSecret secret, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    record Key(String id, SecretKey secret, Instant createdAt) {}

    /** The newest key; made when there is none or it has been in use long enough. */
    Key current() {
        return newest().orElseGet(() -> {
            read();
            return newest().orElseGet(this::add);
        });
    }

    /**
     * Looks in the database for a key that is not known: another instance may have made it just now.
     *
     * @throws Unavailable when the database does not answer, so that nobody is signed out by that
     */
    Optional<SecretKey> find(String id) {
        if (!known.containsKey(id) && Ids.parse(id).isPresent()) {
            readLater();
        }
        return Optional.ofNullable(known.get(id)).map(Key::secret);
    }

    /**
     * Reads once more. One at a time, and all who came before a read has begun share it, also its failure: so a flood of made-up
     * ids costs one connection, and never keeps a fresh key from being found.
     */
    private void readLater() {
        long before = readsBegun.get();
        synchronized (readsBegun) {
            if (readsBegun.get() == before) {
                readsBegun.incrementAndGet();
                lastReadFailed = true;
                read();
                lastReadFailed = false;
            } else if (lastReadFailed) {
                throw new Unavailable();
            }
        }
    }

    /**
     * Tells at the start whether the secret is the one that this database was used with. From the first start on there is a
     * key to try it on.
     *
     * @throws PreventFurtherStepsException in plain words, when it is another
     */
    void check(@Observes @Priority(FIRST) StartupEvent start) {
        try {
            Key unused = current();
        } catch (WrongSecret e) {
            throw new PreventFurtherStepsException(e.getMessage(), 1);
        }
    }

    /** Makes the next key in time and throws away the ones past use. */
    public void rotate() {
        read();
        Key unused = current();
        known.values().removeIf(key -> key.createdAt().plus(KEPT).isBefore(clock.instant()));
        try (Connection connection = database.getConnection();
                var delete = connection.prepareStatement("delete from signing_key where created_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Key> newest() {
        Instant oldest = clock.instant().minus(IN_USE);
        return known.values().stream()
                .filter(key -> key.createdAt().isAfter(oldest))
                .max(Comparator.comparing(Key::createdAt));
    }

    private Key add() {
        byte[] bytes = InstallationSecret.random(KEY_BYTES);
        Key key = new Key(Ids.next().toString(), hmacKey(bytes), clock.instant());
        try (Connection connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into signing_key (id, key, created_at) values (?, ?, ?)")) {
            insert.setString(1, key.id());
            insert.setBytes(2, secret.seal(PURPOSE, bytes));
            insert.setTimestamp(3, Timestamp.from(key.createdAt()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        known.put(key.id(), key);
        return key;
    }

    private void read() {
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select id, key, created_at from signing_key");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                byte[] bytes = opened(rows.getBytes(2));
                known.put(id, new Key(id, hmacKey(bytes), rows.getTimestamp(3).toInstant()));
            }
        } catch (SQLException e) {
            LOG.warn("The signing keys could not be read", e);
            throw new Unavailable();
        }
    }

    private byte[] opened(byte[] sealed) {
        try {
            return secret.open(PURPOSE, sealed);
        } catch (IllegalStateException e) {
            throw new WrongSecret(e);
        }
    }

    private static SecretKey hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
