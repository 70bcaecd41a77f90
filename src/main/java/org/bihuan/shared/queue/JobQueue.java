package org.bihuan.shared.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.shared.Ids;
import org.bihuan.shared.Jobs;
import org.hibernate.Session;
import org.hibernate.query.QueryFlushMode;

/** Writes promised work down, together with what promises it. */
@ApplicationScoped
class JobQueue implements Jobs {
    private final Session session;
    private final CurrentTenant tenant;
    private final ObjectMapper json;
    private final Clock clock;

    JobQueue(Session session, CurrentTenant tenant, ObjectMapper json, Clock clock) {
        this.session = session;
        this.tenant = tenant;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean add(NewJob job) {
        return session.createNativeMutationQuery("""
                        insert into job (company_id, id, kind, key, run_at, data, created_at)
                        values (:company, :id, :kind, :key, :runAt, cast(:data as jsonb), :now)
                        on conflict (company_id, kind, key) do nothing
                        """)
                        // What the session still holds has nothing to do with this row, so it is not written twice.
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setParameter("company", tenant.id())
                        .setParameter("id", Ids.next())
                        .setParameter("kind", job.kind())
                        .setParameter("key", job.key())
                        .setParameter("runAt", job.runAt())
                        .setParameter("data", write(job))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private String write(NewJob job) {
        try {
            return json.writeValueAsString(job.data());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
