package org.bihuan.reporting.domain;

import org.bihuan.reporting.domain.Report.Subject;

/**
 * The rows that reports count, read from the tables as they are: nothing is counted ahead, so nothing can be out of step. Each
 * names the company and the communities, has {@code id}, {@code part}, {@code number}, {@code at} and what rows are grouped by;
 * {@code id} and {@code part} together are unique. Orders belong to the period they were registered in, with all that
 * became of them until now.
 */
enum Basis {
    /** What reached the desk. */
    INTERACTIONS(Subject.INTERACTION, """
        select i.id, '' as part, cast(null as text) as number, i.started_at as at, cast(null as text) as kind,
          cast(null as text) as priority, i.channel, cast(null as text) as category,
          cast(null as uuid) as building_id, cast(null as text) as technician, i.direction, i.ring_seconds,
          exists (select 1 from interaction_work_order o
            where o.company_id = i.company_id and o.interaction_id = i.id) as with_orders
        from interaction i
        where i.company_id = :company and i.community_id in (:communities)
          and i.started_at >= :from and i.started_at < :to
        """),

    /** Orders as they are. */
    ORDERS(Subject.WORK_ORDER, Fragments.ORDERS + """
        select w.id, '' as part, w.number, w.at, w.kind, w.priority, w.channel, w.category, w.building_id,
          cast(null as text) as technician, w.status
        from w
        """),

    /** Orders that are not ended, whenever they were registered. */
    BACKLOG(Subject.WORK_ORDER, """
        select w.id, '' as part, w.number, w.created_at as at, w.kind, w.priority, w.channel, c.code as category,
          w.building_id, cast(w.assignee_id as text) as technician, w.status, w.next_due_at,
          w.status <> 'COMPLETED' as open,
          case
            when w.created_at > cast(:now as timestamptz) - interval '4 hours' then '1_UNDER_4_HOURS'
            when w.created_at > cast(:now as timestamptz) - interval '1 day' then '2_UNDER_1_DAY'
            when w.created_at > cast(:now as timestamptz) - interval '3 days' then '3_UNDER_3_DAYS'
            when w.created_at > cast(:now as timestamptz) - interval '7 days' then '4_UNDER_7_DAYS'
            when w.created_at > cast(:now as timestamptz) - interval '30 days' then '5_UNDER_30_DAYS'
            else '6_OLDER' end as age,
          w.next_due_at < cast(:now as timestamptz) as overdue, cast(:now as timestamptz) as now
        from work_order w left join category c on c.company_id = w.company_id and c.id = w.category_id
        where w.company_id = :company and w.community_id in (:communities) and w.status in
          ('REGISTERED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED')
        """),

    /** Each round of each order, with the first time it came to each stage. */
    ROUNDS(Subject.WORK_ORDER, Fragments.ORDERS + """
        , l as materialized (
          select w.id, t.round,
            min(t.at) filter (where t.type = 'DISPATCH') as dispatched_at,
            min(t.at) filter (where t.type = 'ACCEPT') as accepted_at,
            min(t.at) filter (where t.type = 'START') as started_at,
            max(t.at) filter (where t.type = 'START') as last_started_at,
            min(t.at) filter (where t.type in ('COMPLETE', 'REFER')) as completed_at,
            min(t.at) filter (where t.type = 'CLOSE') as closed_at,
            min(t.at) filter (where t.type = 'REOPEN') as reopened_at,
            min(t.at) filter (where t.type = 'CANCEL') as cancelled_at,
            min(t.actor_role) filter (where t.type = 'REOPEN') as reopened_by,
            min(t.reason) filter (where t.type = 'CLOSE') as closing_reason,
            min(t.data -> 'resolution' ->> 'code') filter (where t.type in ('COMPLETE', 'REFER')) as resolution,
            (array_agg(t.data ->> 'assigneeId' order by t.seq desc) filter (where t.type = 'DISPATCH'))[1]
              as technician
          from w join timeline_entry t on t.company_id = w.company_id and t.work_order_id = w.id
          where t.type in
            ('DISPATCH', 'ACCEPT', 'START', 'COMPLETE', 'REFER', 'CLOSE', 'REOPEN', 'CANCEL')
          group by w.id, t.round)
        select w.id, lpad(cast(r.round as text), 10, '0') as part, w.number, w.at, w.kind, w.priority, w.channel,
          w.category, w.building_id, l.technician, r.round, coalesce(p.reopened_at, w.at) as began_at,
          l.dispatched_at, l.accepted_at, l.started_at, l.last_started_at, l.completed_at, l.closed_at,
          l.reopened_at, l.cancelled_at, l.reopened_by, l.closing_reason, l.resolution, u.verdict_resolved,
          l.last_started_at is null or l.completed_at - l.last_started_at < interval '1 minute' as no_arrival,
          coalesce(l.completed_at - l.last_started_at >= interval '1 minute'
            and l.completed_at - l.last_started_at < interval '5 minutes', false) as too_quick,
          coalesce(u.verdict_resolved in ('PARTLY', 'NO'), false) as contradicted
        from (
            select w.id, 1 as round from w
            union all
            select l.id, l.round + 1 from l where l.reopened_at is not null) r
          join w on w.id = r.id
          left join l on l.id = r.id and l.round = r.round
          left join l p on p.id = r.id and p.round = r.round - 1
          left join lateral (
            select u.verdict_resolved from follow_up u
            where u.company_id = w.company_id and u.work_order_id = w.id and u.round = r.round limit 1) u on true
        """),

    /** Each clock that ever ran, also those of earlier rounds and those that began anew. */
    CLOCKS(Subject.WORK_ORDER, Fragments.ORDERS_WITH_CLOCKS + """
        , c as (
          select w.id, w.round, 0 as line, w.resolution_code as resolution, d.*,
            case when d.stopped then (
              select max(t.at) from timeline_entry t
              where t.company_id = w.company_id and t.work_order_id = w.id and t.round = w.round
                and t.type in ('CANCEL', 'CLOSE')) end as ended_at
          from w cross join lateral jsonb_to_recordset(w.clocks) as d (name text, "startedAt" timestamptz,
            "dueAt" timestamptz, "metAt" timestamptz, stopped boolean, pauses jsonb)
          union all
          select w.id, t.round, t.seq, t.data -> 'resolution' ->> 'code', d.*, t.at
          from w join timeline_entry t on t.company_id = w.company_id and t.work_order_id = w.id
            and t.type in ('DISPATCH', 'DECLINE', 'RECALL', 'REOPEN')
            cross join lateral jsonb_to_recordset(t.data -> 'clocks') as d (name text, "startedAt" timestamptz,
              "dueAt" timestamptz, "metAt" timestamptz, stopped boolean, pauses jsonb)),
        d as (
          select c.id, c.round, c.line, c.name as clock, c."startedAt" as started_at, c."dueAt" as due_at,
            c."metAt" as met_at, c.ended_at, c.resolution, p.held, p.seconds as paused_seconds,
            max(c."metAt") filter (where c.name = 'FINISH') over (partition by c.id, c.round, c.line) as finished_at
          from c cross join lateral (
            select coalesce(bool_or(x.till is null), false) as held,
              coalesce(sum(extract(epoch from
                coalesce(x.till, c.ended_at, cast(:now as timestamptz)) - x.since)), 0) as seconds
            from (
              select cast(e ->> 'from' as timestamptz) as since, cast(e ->> 'to' as timestamptz) as till
              from jsonb_array_elements(c.pauses) e) x
            where x.since < c."dueAt") p
          where c.name <> 'FOLLOW_UP')
        select w.id, lpad(cast(d.round as text), 10, '0') || d.clock || lpad(cast(d.line as text), 10, '0') as part,
          w.number, w.at, w.kind, w.priority, w.channel, w.category, w.building_id,
          {technician} as technician, d.round, d.clock, d.started_at, d.due_at, d.met_at, d.paused_seconds,
          case
            when d.clock in ('DISPATCH', 'ARRIVE') and d.resolution in ('ANSWERED_AT_DESK', 'REFERRED')
              and d.met_at >= d.finished_at then 'NOT_NEEDED'
            when d.met_at <= d.due_at then 'ON_TIME'
            when d.met_at > d.due_at then 'LATE'
            when d.held and d.ended_at is null then 'ON_HOLD'
            when d.held then 'WITHDRAWN'
            when coalesce(d.ended_at, cast(:now as timestamptz)) > d.due_at then 'LATE'
            when d.ended_at is null then 'RUNNING'
            else 'WITHDRAWN' end as outcome
        from d join w on w.id = d.id
        """),

    /** The calls that ask whether a matter is settled, of work completed in the period. */
    FOLLOW_UPS(Subject.FOLLOW_UP, """
        select f.id, '' as part, w.number, f.created_at as at, w.kind, w.priority, w.channel, c.code as category,
          w.building_id, {technician} as technician, f.work_order_id, f.round, f.status, f.policy_reason, f.due_at,
          f.attempt_count, f.last_outcome, f.verdict_resolved, f.verdict_satisfaction, f.ended_at,
          case
            when f.status = 'WAIVED' then 'WAIVED'
            when f.status = 'SCHEDULED' and f.due_at > :now then 'NOT_YET_DUE'
            else 'DUE' end as state,
          coalesce((
            select a.at <= f.original_due_at from follow_up_attempt a
            where a.company_id = f.company_id and a.follow_up_id = f.id and a.seq = 1), false) as in_time
        from follow_up f join work_order w on w.company_id = f.company_id and w.id = f.work_order_id
          left join category c on c.company_id = w.company_id and c.id = w.category_id
        where f.company_id = :company and f.community_id in (:communities)
          and f.created_at >= :from and f.created_at < :to
        """);

    private static final String PLACE_OF_TECHNICIAN = "{technician}";

    private final Subject about;
    private final String sql;

    Basis(Subject about, String sql) {
        this.about = about;
        this.sql = sql;
    }

    Subject about() {
        return about;
    }

    /** Who is asked for is looked up only where somebody asks: it costs a look at the timeline for each row. */
    String sql(GroupBy groupBy) {
        return sql.replace(PLACE_OF_TECHNICIAN, groupBy == GroupBy.TECHNICIAN ? technician() : "cast(null as text)");
    }

    private String technician() {
        return switch (this) {
            case CLOCKS -> Fragments.ASKED;
            case FOLLOW_UPS -> Fragments.LAST_ASKED;
            case INTERACTIONS, ORDERS, BACKLOG, ROUNDS -> "cast(null as text)";
        };
    }

    /** What several of them begin with or contain. */
    private static final class Fragments {
        private static final String ABOUT = """
            with w as (
              select w.company_id, w.id, w.number, w.created_at as at, w.kind, w.priority, w.channel,
                c.code as category, w.building_id, w.status, w.round\
            """;

        private static final String WHICH = """

              from work_order w left join category c on c.company_id = w.company_id and c.id = w.category_id
              where w.company_id = :company and w.community_id in (:communities)
                and w.created_at >= :from and w.created_at < :to)
            """;

        static final String ORDERS = ABOUT + WHICH;

        /** Apart, because the clocks are most of a row. */
        static final String ORDERS_WITH_CLOCKS = ABOUT + ", w.clocks, w.resolution_code" + WHICH;

        /** Whom the clock was running for: dispatching and answering are the desk's own. */
        static final String ASKED = """
            case when d.clock in ('ACCEPT', 'ARRIVE', 'FINISH') then (
              select t.data ->> 'assigneeId' from timeline_entry t
              where t.company_id = w.company_id and t.work_order_id = w.id and t.round = d.round
                and t.type = 'DISPATCH'
                and t.at <= case d.clock when 'ACCEPT' then d.started_at else coalesce(d.met_at, 'infinity') end
              order by t.seq desc limit 1) end\
            """;

        static final String LAST_ASKED = """
            (select t.data ->> 'assigneeId' from timeline_entry t
              where t.company_id = f.company_id and t.work_order_id = f.work_order_id and t.round = f.round
                and t.type = 'DISPATCH'
              order by t.seq desc limit 1)\
            """;

        private Fragments() {}
    }
}
