package org.bihuan.company.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bihuan.shared.Ids;
import org.bihuan.shared.InstallationSecret;

/**
 * The keys access tokens are signed with (HS256: who signs and who checks is the same). They lie sealed in the database, for
 * all instances; a new one is made every 30 days, and an old one goes when no token of it can be alive.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Duration IN_USE = Duration.ofDays(30);
    private static final Duration KEPT = IN_USE.plusDays(1);
    private static final Duration REREAD_AT_MOST_EVERY = Duration.ofSeconds(5);
    private static final String PURPOSE = "signing-key";
    private static final int KEY_BYTES = 32;

    private final AgroalDataSource database;
    private final InstallationSecret secret;
    private final Clock clock;
    private final Map<String, Key> known = new ConcurrentHashMap<>();
    private volatile Instant lastRead = Instant.MIN;

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

    Optional<SecretKey> find(String id) {
        if (!known.containsKey(id) && lastRead.plus(REREAD_AT_MOST_EVERY).isBefore(clock.instant())) {
            read(); // another instance may have made it just now
        }
        return Optional.ofNullable(known.get(id)).map(Key::secret);
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
        lastRead = clock.instant();
        try (Connection connection = database.getConnection();
                var select = connection.prepareStatement("select id, key, created_at from signing_key");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                String id = rows.getString(1);
                byte[] bytes = secret.open(PURPOSE, rows.getBytes(2));
                known.put(id, new Key(id, hmacKey(bytes), rows.getTimestamp(3).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SecretKey hmacKey(byte[] bytes) {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
