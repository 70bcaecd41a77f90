package org.bihuan.reporting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/** Moves the whole life of an order to another time and makes it longer, behind the back of the application. */
final class Stretching {
    private static final String FUNCTIONS = """
        create or replace function pg_temp.moved(t timestamptz) returns timestamptz language sql as $$
          select base + date_trunc('milliseconds', (t - began) * factor) from pg_temp.move
        $$;
        create or replace function pg_temp.moved(t text) returns text language sql as $$
          select to_char(pg_temp.moved(t::timestamptz) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        $$;
        create or replace function pg_temp.due(started text, due text) returns text language sql as $$
          select to_char(
            (pg_temp.moved(started::timestamptz) + (due::timestamptz - started::timestamptz)) at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
        $$;
        create or replace function pg_temp.moved(clocks jsonb) returns jsonb language sql as $$
          -- That of the call begins when one may ring, hours after the rest: stretched, it would be in another age.
          select jsonb_agg(case c ->> 'name' when 'FOLLOW_UP' then c else c || jsonb_build_object(
            'startedAt', pg_temp.moved(c ->> 'startedAt'),
            'dueAt', pg_temp.due(c ->> 'startedAt', c ->> 'dueAt'),
            'metAt', pg_temp.moved(c ->> 'metAt'),
            'pauses', coalesce((
              select jsonb_agg(jsonb_build_object(
                'from', pg_temp.moved(p ->> 'from'), 'to', pg_temp.moved(p ->> 'to')))
              from jsonb_array_elements(c -> 'pauses') p), '[]')) end)
          from jsonb_array_elements(clocks) c
        $$;
        """;

    private static final String MOVE = """
        update timeline_entry set at = pg_temp.moved(at),
          data = case when jsonb_typeof(data -> 'clocks') = 'array' and type <> 'CHANGE'
            then jsonb_set(data, '{clocks}', coalesce(pg_temp.moved(data -> 'clocks'), '[]')) else data end
          where work_order_id = (select id from pg_temp.move);
        update follow_up_attempt a set at = pg_temp.moved(a.at) from follow_up f
          where f.id = a.follow_up_id and f.work_order_id = (select id from pg_temp.move);
        update follow_up f set created_at = pg_temp.moved(created_at), ended_at = pg_temp.moved(ended_at),
          due_at = pg_temp.moved(created_at) + (due_at - created_at),
          original_due_at = pg_temp.moved(created_at) + (original_due_at - created_at)
          where work_order_id = (select id from pg_temp.move);
        update work_order w set created_at = pg_temp.moved(created_at), updated_at = pg_temp.moved(updated_at),
          closing_at = pg_temp.moved(closing_at), hold_since = pg_temp.moved(hold_since),
          clocks = coalesce(pg_temp.moved(clocks), '[]'), next_announcement_at = null
          where id = (select id from pg_temp.move);
        update work_order w set next_due_at = (
            select min((c ->> 'dueAt')::timestamptz) from jsonb_array_elements(w.clocks) c
            where c ->> 'metAt' is null and not (c ->> 'stopped')::boolean and not exists (
              select from jsonb_array_elements(c -> 'pauses') p where p ->> 'to' is null
                and (p ->> 'from')::timestamptz < (c ->> 'dueAt')::timestamptz))
          where id = (select id from pg_temp.move);
        """;

    private final Connection connection;

    Stretching(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            // History is added to and never rewritten; here it has to be told otherwise.
            statement.execute("set session_replication_role = replica; set time zone 'UTC'");
            statement.execute("create temp table move (id uuid, began timestamptz, base timestamptz, factor float8)");
            statement.execute(FUNCTIONS);
        }
    }

    void stretch(String order, Instant began, Instant base, long factor) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from pg_temp.move; insert into pg_temp.move values ('%s', '%s', '%s', %d)"
                    .formatted(order, began, base, factor));
            statement.execute(MOVE);
        }
    }
}
