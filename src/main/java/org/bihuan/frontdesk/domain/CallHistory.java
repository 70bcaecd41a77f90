package org.bihuan.frontdesk.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.frontdesk.Direction;
import org.bihuan.frontdesk.InteractionId;
import org.bihuan.shared.CurrentTenant;
import org.bihuan.workorder.Channel;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The last calls of several people, each by a few steps down two indexes, in one query. */
@ApplicationScoped
class CallHistory {
    private static final String LAST_CALLS = """
            select p.place, c.id, c.channel, c.direction, c.started_at, c.notes
            from unnest(cast(:residents as uuid[]), cast(:phones as text[])) with ordinality as p (resident, phone, place)
            cross join lateral (
              (select id, channel, direction, started_at, notes from interaction
               where company_id = :company and community_id = any (cast(:communities as uuid[]))
                 and resident_id = p.resident
               order by started_at desc limit :rows)
              union
              (select id, channel, direction, started_at, notes from interaction
               where company_id = :company and community_id = any (cast(:communities as uuid[]))
                 and phone = p.phone
               order by started_at desc limit :rows)
              order by started_at desc limit :rows) c
            order by p.place, c.started_at desc
            """;

    private final Session database;
    private final CurrentTenant tenant;

    CallHistory(Session database, CurrentTenant tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** @param phone in E.164 */
    record Person(@Nullable UUID residentId, @Nullable String phone) {}

    record Call(
            InteractionId id,
            Channel channel,
            Direction direction,
            Instant startedAt,
            @Nullable String notes) {}

    /** For each of these people their last calls in these communities, the newest first. */
    List<List<Call>> lastCalls(Collection<UUID> communities, List<Person> people, int each) {
        List<List<Call>> calls = new ArrayList<>(Stream.generate(() -> (List<Call>) new ArrayList<Call>())
                .limit(people.size())
                .toList());
        database.createNativeQuery(LAST_CALLS, Tuple.class)
                .setParameter("company", tenant.id())
                .setParameter("communities", communities.toArray(UUID[]::new))
                .setParameter(
                        "residents", people.stream().map(Person::residentId).toArray(UUID[]::new))
                .setParameter("phones", people.stream().map(Person::phone).toArray(String[]::new))
                .setParameter("rows", each)
                .getResultStream()
                .forEach(row ->
                        calls.get(row.get("place", Number.class).intValue() - 1).add(call(row)));
        return calls;
    }

    private static Call call(Tuple row) {
        return new Call(
                new InteractionId(row.get("id", UUID.class)),
                Channel.valueOf(row.get("channel", String.class)),
                Direction.valueOf(row.get("direction", String.class)),
                row.get("started_at", Instant.class),
                row.get("notes", String.class));
    }
}
