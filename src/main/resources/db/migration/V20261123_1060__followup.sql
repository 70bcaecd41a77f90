create table follow_up_policy (
  company_id uuid not null references company,
  id uuid not null,
  policy_group text not null check (policy_group in ('COMPLAINT', 'CRITICAL', 'REPAIR', 'OTHER', 'CATEGORY')),
  category_code text,
  minimum_percent integer not null,
  share_percent integer not null,
  due_within_seconds bigint not null check (due_within_seconds between 3600 and 2592000),
  max_attempts integer not null check (max_attempts between 1 and 10),
  leak_category_codes text[],
  reason text check (length(reason) <= 500),
  retired_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  check ((policy_group = 'CATEGORY') = (category_code is not null)),
  check ((policy_group = 'CRITICAL') = (leak_category_codes is not null)),
  check (policy_group = 'CATEGORY' or retired_at is null),
  -- What no company may go below.
  check (policy_group not in ('COMPLAINT', 'CRITICAL') or minimum_percent = 100),
  check (policy_group <> 'REPAIR' or minimum_percent = 30),
  check (minimum_percent between 0 and 100),
  check (share_percent between minimum_percent and 100)
);
create unique index follow_up_policy_of_group on follow_up_policy (company_id, policy_group)
  where policy_group <> 'CATEGORY';
create unique index follow_up_policy_of_category on follow_up_policy (company_id, category_code)
  where category_code is not null;

create table follow_up (
  company_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  work_order_id uuid not null,
  round integer not null check (round >= 1),
  status text not null check (status in ('SCHEDULED', 'DONE', 'EXHAUSTED', 'WAIVED')),
  policy_reason text not null check (policy_reason in
    ('HAZARD', 'REFERRED', 'REOPENED', 'EMERGENCY', 'LEAK', 'PAID_WORK', 'COMPLAINT', 'REPAIR', 'OTHER')),
  max_attempts integer not null check (max_attempts >= 1),
  not_before timestamptz not null,
  due_at timestamptz not null,
  attempt_count integer not null check (attempt_count >= 0),
  not_reached_count integer not null check (not_reached_count between 0 and attempt_count),
  last_outcome text check (last_outcome in
    ('REACHED', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER', 'REFUSED', 'CALL_BACK')),
  verdict_resolved text check (verdict_resolved in ('YES', 'PARTLY', 'NO')),
  verdict_satisfaction integer check (verdict_satisfaction between 1 and 5),
  verdict_comment text,
  ended_at timestamptz,
  ended_note text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, work_order_id, round),
  foreign key (company_id, community_id) references community (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  -- Nothing says that somebody was asked who was not.
  check ((status = 'SCHEDULED') = (ended_at is null)),
  check ((attempt_count = 0) = (last_outcome is null)),
  check ((verdict_resolved is not null) = (last_outcome is not null and last_outcome = 'REACHED')),
  check ((verdict_resolved is null) = (verdict_satisfaction is null)),
  check ((status = 'DONE') = (last_outcome is not null and last_outcome in ('REACHED', 'REFUSED'))),
  check ((status = 'EXHAUSTED') = (not_reached_count >= max_attempts)),
  check (status = 'WAIVED' or ended_note is null)
);
create index follow_up_queue on follow_up (company_id, community_id, due_at, id) where status = 'SCHEDULED';
create index follow_up_by_due on follow_up (company_id, community_id, due_at, id);
revoke delete, truncate on follow_up from bihuan_application;

alter table work_order
  add foreign key (company_id, follow_up_id) references follow_up (company_id, id) deferrable initially deferred;

create table follow_up_attempt (
  company_id uuid not null,
  follow_up_id uuid not null,
  seq integer not null check (seq >= 1),
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  outcome text not null check (outcome in
    ('REACHED', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER', 'REFUSED', 'CALL_BACK')),
  phone text check (phone ~ '^\+[0-9]{3,20}$'),
  call_back_at timestamptz,
  note text,
  verdict_resolved text check (verdict_resolved in ('YES', 'PARTLY', 'NO')),
  verdict_satisfaction integer check (verdict_satisfaction between 1 and 5),
  verdict_comment text,
  primary key (company_id, follow_up_id, seq),
  foreign key (company_id, follow_up_id) references follow_up (company_id, id),
  foreign key (company_id, by_id) references account (company_id, id),
  check ((outcome = 'REACHED') = (verdict_resolved is not null)),
  check ((verdict_resolved is null) = (verdict_satisfaction is null)),
  check ((outcome = 'CALL_BACK') = (call_back_at is not null))
);

-- What was tried, when and by whom is added to and never rewritten.
revoke update, delete, truncate on follow_up_attempt from bihuan_application;
