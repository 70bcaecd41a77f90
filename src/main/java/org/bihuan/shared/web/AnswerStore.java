package org.bihuan.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.InstallationSecret;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.Versioned;
import org.bihuan.shared.Versions;
import org.jspecify.annotations.Nullable;

/** First answers to POSTs by their key. Bodies are sealed: they can hold tracking links, which are nowhere stored in clear. */
@ApplicationScoped
class AnswerStore {
    /** api.md, Manners: honoured for 24 h per account. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final String PURPOSE = "stored-answer";

    private final EntityManager database;
    private final CurrentTenant tenant;
    private final InstallationSecret secret;
    private final ObjectMapper json;
    private final Clock clock;

    AnswerStore(
            EntityManager database, CurrentTenant tenant, InstallationSecret secret, ObjectMapper json, Clock clock) {
        this.database = database;
        this.tenant = tenant;
        this.secret = secret;
        this.json = json;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // compared with Arrays.equals where it is used
    record Answer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {}

    /** @throws NotNow while the first request with this key still runs, anywhere in the installation */
    void lock(UUID account, String key) {
        Object free = database.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, tenant.id() + " " + account + " " + key)
                .getSingleResult();
        if (!Boolean.TRUE.equals(free)) {
            throw new NotNow("IDEMPOTENCY_KEY_STILL_RUNNING");
        }
    }

    @Nullable
    Answer find(UUID account, String key) {
        List<?> rows = database.createNativeQuery("""
                        select fingerprint, status, location, etag, body from idempotency_record
                        where company_id = ?1 and account_id = ?2 and key = ?3 and created_at > ?4
                        """, Tuple.class)
                .setParameter(1, tenant.id())
                .setParameter(2, account)
                .setParameter(3, key)
                .setParameter(4, clock.instant().minus(KEPT))
                .getResultList();
        return rows.isEmpty() ? null : answer((Tuple) rows.getFirst());
    }

    private Answer answer(Tuple row) {
        Map<String, String> headers = new LinkedHashMap<>();
        putIfPresent(headers, HttpHeaders.LOCATION, row.get("location", String.class));
        putIfPresent(headers, HttpHeaders.ETAG, row.get("etag", String.class));
        return new Answer(
                row.get("fingerprint", byte[].class),
                row.get("status", Number.class).intValue(),
                headers,
                secret.open(PURPOSE, row.get("body", byte[].class)));
    }

    private static void putIfPresent(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    void store(UUID account, String key, byte[] fingerprint, Response response) throws JsonProcessingException {
        Object entity = response.getEntity();
        String etag = entity instanceof Versioned resource ? Versions.etag(resource.version()) : null;
        database.createNativeQuery("""
                        insert into idempotency_record
                          (company_id, account_id, key, fingerprint, status, location, etag, body, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict (company_id, account_id, key) do update set
                          fingerprint = excluded.fingerprint, status = excluded.status, location = excluded.location,
                          etag = excluded.etag, body = excluded.body, created_at = excluded.created_at
                        """)
                .setParameter(1, tenant.id())
                .setParameter(2, account)
                .setParameter(3, key)
                .setParameter(4, fingerprint)
                .setParameter(5, response.getStatus())
                .setParameter(6, response.getHeaderString(HttpHeaders.LOCATION))
                .setParameter(7, etag)
                .setParameter(8, secret.seal(PURPOSE, entity == null ? new byte[0] : json.writeValueAsBytes(entity)))
                .setParameter(9, clock.instant())
                .executeUpdate();
    }

    /** Forgets answers older than they are honoured. @return how many */
    int forgetOld() {
        Instant before = clock.instant().minus(KEPT);
        return database.createNativeQuery("delete from idempotency_record where created_at <= ?1")
                .setParameter(1, before)
                .executeUpdate();
    }
}
