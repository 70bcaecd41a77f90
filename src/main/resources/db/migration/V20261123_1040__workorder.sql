create sequence work_order_number start 100001;

create table work_order (
  company_id uuid not null references company,
  id uuid not null,
  number text not null check (number ~ '^[0-9]{7,19}$'), -- a growing number and a check digit
  community_id uuid not null,
  kind text not null check (kind in ('REPAIR', 'COMPLAINT', 'VISIT', 'INQUIRY', 'SUGGESTION', 'HAZARD')),
  status text not null check (status in
    ('REGISTERED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CLOSED', 'CANCELLED')),
  priority text not null check (priority in ('EMERGENCY', 'URGENT', 'NORMAL', 'LOW')),
  round integer not null default 1 check (round >= 1),
  category_id uuid,
  description text not null check (length(description) between 1 and 4000),
  unit_id uuid,
  building_id uuid,
  unit_code text,
  position text,
  resident_id uuid,
  reporter_name text,
  reporter_phone text check (reporter_phone ~ '^\+[0-9]{3,20}$'),
  channel text not null check (channel in ('CALL', 'VISIT', 'WECHAT', 'EMAIL', 'PORTAL', 'PATROL', 'OTHER')),
  preferred_from timestamptz,
  preferred_to timestamptz,
  assignee_id uuid,
  hold_reason text check (hold_reason in
    ('WAITING_OWNER', 'WAITING_PARTS', 'WAITING_CONTRACTOR', 'WAITING_CONSENT', 'WAITING_NEIGHBOUR', 'OTHER')),
  hold_note text,
  hold_since timestamptz,
  hold_next_check_at timestamptz,
  hold_held_in text check (hold_held_in in ('REGISTERED', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS')),
  resolution_code text check (resolution_code in ('DONE', 'ANSWERED_AT_DESK', 'REFERRED')),
  resolution_text text,
  resolution_cause text,
  resolution_labour_minutes integer check (resolution_labour_minutes >= 0),
  resolution_materials jsonb,
  resolution_referred_to text,
  resolution_worked_by uuid,
  closing_reason text check (closing_reason in ('VERIFIED', 'UNREACHABLE', 'REFUSED', 'NOT_SAMPLED', 'WAIVED')),
  closing_at timestamptz,
  closing_by uuid,
  closing_by_name text,
  closing_note text,
  clocks jsonb not null default '[]',
  next_due_at timestamptz,
  liability jsonb,
  follow_up_id uuid,
  tracking_nonce bytea,
  tracking_hash bytea,
  registered_by uuid,
  registered_by_name text,
  last_seq integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  foreign key (company_id, community_id) references community (company_id, id),
  foreign key (company_id, category_id) references category (company_id, id),
  foreign key (company_id, unit_id) references unit (company_id, id),
  foreign key (company_id, building_id) references building (company_id, id),
  foreign key (company_id, resident_id) references resident (company_id, id),
  foreign key (company_id, assignee_id) references account (company_id, id),
  -- What each status means, said once more where nobody can forget it.
  check ((status = 'ON_HOLD') = (hold_reason is not null)),
  check ((hold_reason is null) = (hold_held_in is null)),
  check (status not in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS') or assignee_id is not null),
  check (status not in ('COMPLETED', 'CLOSED') or resolution_code is not null),
  check (status <> 'REGISTERED' or (assignee_id is null and resolution_code is null)),
  check ((status = 'CLOSED') = (closing_reason is not null)),
  check (closing_reason <> 'WAIVED' or closing_note is not null),
  check (preferred_to > preferred_from)
);
create unique index work_order_number_unique on work_order (company_id, number);
create unique index work_order_tracking on work_order (company_id, tracking_hash);
create index work_order_newest on work_order (company_id, community_id, created_at desc, id desc);
create index work_order_by_status on work_order (company_id, community_id, status, created_at desc, id desc);
create index work_order_open_due on work_order (company_id, community_id, next_due_at, id) where next_due_at is not null;
create index work_order_updated on work_order (company_id, community_id, updated_at desc, id desc);
create index work_order_by_assignee on work_order (company_id, assignee_id, created_at desc, id desc);
create index work_order_by_unit on work_order (company_id, unit_id, created_at desc, id desc);
create index work_order_by_resident on work_order (company_id, resident_id, created_at desc, id desc);
create index work_order_open_by_phone on work_order (company_id, reporter_phone)
  where status not in ('CLOSED', 'CANCELLED');

create table timeline_entry (
  company_id uuid not null,
  work_order_id uuid not null,
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  type text not null,
  actor_id uuid,
  actor_name text not null,
  actor_role text not null,
  behalf_id uuid,
  behalf_name text,
  round integer not null,
  from_status text,
  to_status text,
  reason text,
  note text,
  visible boolean not null, -- whether the owner may read it
  data jsonb not null default '{}',
  primary key (company_id, work_order_id, seq),
  foreign key (company_id, work_order_id) references work_order (company_id, id)
);

-- History is added to and never rewritten: not by the application, and not by its owner by mistake.
revoke update, delete, truncate on timeline_entry from bihuan_application;
create function refuse_rewriting_history() returns trigger language plpgsql as $$
begin
  raise exception 'the timeline is append-only' using errcode = 'restrict_violation';
end $$;
create trigger timeline_is_append_only before update or delete or truncate on timeline_entry
  for each statement execute function refuse_rewriting_history();
-- Work orders are never deleted either: their numbers and their history stay.
revoke delete, truncate on work_order from bihuan_application;
