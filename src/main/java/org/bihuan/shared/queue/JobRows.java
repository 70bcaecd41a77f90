package org.bihuan.shared.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.JobRegister;
import org.bihuan.shared.Listing;
import org.bihuan.shared.NotFound;
import org.bihuan.shared.NotNow;
import org.bihuan.shared.PageQuery;
import org.bihuan.shared.Paging;
import org.bihuan.shared.Versions;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JobRows implements JobRegister {
    private static final String SELECT = "select id, kind, key, state, attempts, run_at, last_error, created_at,"
            + " finished_at, version from job where company_id = :company ";

    private final Session session;
    private final CurrentTenant tenant;
    private final Paging paging;
    private final Clock clock;

    JobRows(Session session, CurrentTenant tenant, Paging paging, Clock clock) {
        this.session = session;
        this.tenant = tenant;
        this.paging = paging;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Listing<KeptJob> list(PageQuery page, Listed state, @Nullable String kind) {
        Paging.Position after = paging.after(page);
        String filter = "and state = '" + state + "'" + (kind == null ? "" : " and kind = :kind");
        String order = switch (state) {
            case DEAD -> "(finished_at, id) < (:at, :id) order by finished_at desc, id desc";
            case READY -> "(run_at, id) > (:at, :id) order by run_at, id";
        };
        String beginning = order.substring(order.indexOf("order by"));
        NativeQuery<Tuple> query = query(SELECT + filter + (after == null ? " " + beginning : " and " + order), kind)
                .setMaxResults(page.size() + 1);
        if (after != null) {
            query.setParameter("at", after.instant(0)).setParameter("id", after.id(1));
        }
        Function<KeptJob, List<?>> keys =
                job -> List.of(state == Listed.DEAD ? job.finishedAt() : job.runAt(), job.id());
        return paging.page(
                page, query.getResultList().stream().map(JobRows::job).toList(), keys, () -> count(filter, kind));
    }

    private NativeQuery<Tuple> query(String sql, @Nullable String kind) {
        NativeQuery<Tuple> query = session.createNativeQuery(sql, Tuple.class).setParameter("company", tenant.id());
        return kind == null ? query : query.setParameter("kind", kind);
    }

    private long count(String filter, @Nullable String kind) {
        return query("select count(*) from job where company_id = :company " + filter, kind)
                .getSingleResult()
                .get(0, Number.class)
                .longValue();
    }

    @Override
    @Transactional
    public KeptJob read(UUID id) {
        return load(id, "");
    }

    @Override
    @Transactional
    public boolean isKnown(UUID id) {
        return find(id, "").isPresent();
    }

    private Optional<KeptJob> find(UUID id, String lock) {
        return query(SELECT + "and id = :id" + lock, null)
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(JobRows::job);
    }

    private KeptJob load(UUID id, String lock) {
        return find(id, lock).orElseThrow(NotFound::new);
    }

    @Override
    @Transactional
    public KeptJob runAgain(UUID id, @Nullable String ifMatch) {
        KeptJob job = load(id, " for update");
        Versions.requireMatch(ifMatch, job.version());
        if (job.state() != State.DEAD) {
            throw new NotNow("JOB_NOT_DEAD", job.state().name(), List.of(), job.state());
        }
        session.createNativeMutationQuery("""
                        update job set state = 'READY', run_at = :now, attempts = 0, failures = 0, finished_at = null, version = version + 1
                        where company_id = :company and id = :id
                        """)
                .setParameter("now", clock.instant())
                .setParameter("company", tenant.id())
                .setParameter("id", id)
                .executeUpdate();
        return load(id, "");
    }

    private static KeptJob job(Tuple row) {
        return new KeptJob(
                row.get("id", UUID.class),
                row.get("kind", String.class),
                row.get("key", String.class),
                State.valueOf(row.get("state", String.class)),
                row.get("attempts", Integer.class),
                row.get("run_at", Instant.class),
                row.get("last_error", String.class),
                row.get("created_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("version", Long.class));
    }
}
