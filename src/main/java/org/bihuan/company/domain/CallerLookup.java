package org.bihuan.company.domain;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.company.AccountId;
import org.bihuan.company.Caller;
import org.bihuan.company.Callers;
import org.bihuan.company.CompanyId;
import org.bihuan.company.Role;

/**
 * Finds who is asking, anew at each request, so that signing out, disabling and changed rights take effect at the next one.
 * Plain JDBC, because it runs before any session of Hibernate can know its company.
 */
@ApplicationScoped
public class CallerLookup implements Callers {
    private static final String COLUMNS = """
            a.company_id, a.id, a.username, a.display_name, a.roles, a.language, a.resident_id, a.version,
            array(select m.community_id from account_community m
                  where m.company_id = a.company_id and m.account_id = a.id) as communities
            """;
    private static final String BY_SESSION = "select s.id as session_id, " + COLUMNS + """
            from sign_in_session s join account a on a.company_id = s.company_id and a.id = s.account_id
            where s.company_id = ? and s.id = ? and a.id = ?
              and s.revoked_at is null and s.expires_at > ? and a.disabled_at is null
            """;
    private static final String BY_USERNAME = "select a.id as session_id, " + COLUMNS + """
            from sign_in_name n join account a on a.company_id = n.company_id and a.id = n.account_id
            where n.username_key = ? and a.disabled_at is null
            """;

    private final AgroalDataSource database;
    private final Clock clock;

    CallerLookup(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<Caller> bySession(AccessTokens.Claims claims) {
        return query(BY_SESSION, select -> {
            select.setObject(1, claims.company().value());
            select.setObject(2, claims.session());
            select.setObject(3, claims.account().value());
            select.setTimestamp(4, Timestamp.from(clock.instant()));
        });
    }

    /** For identities an outside provider vouches for. */
    public Optional<Caller> byUsername(String username) {
        return query(BY_USERNAME, select -> select.setString(1, Usernames.key(username)));
    }

    /** Who comes from an outside provider has no session of ours; their account stands for it. */
    @Override
    public Optional<Caller> now(Caller known) {
        return known.sessionId().equals(known.id().value())
                ? byUsername(known.username())
                : bySession(new AccessTokens.Claims(known.company(), known.id(), known.sessionId()));
    }

    private interface Binding {
        void bind(PreparedStatement select) throws SQLException;
    }

    private Optional<Caller> query(String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(caller(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Caller caller(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Caller(
                new AccountId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("company_id", UUID.class)),
                row.getObject("session_id", UUID.class),
                row.getString("username"),
                row.getString("display_name"),
                roles,
                Set.of((UUID[]) row.getArray("communities").getArray()),
                row.getObject("resident_id", UUID.class),
                row.getString("language"),
                row.getLong("version"));
    }
}
