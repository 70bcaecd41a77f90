-- What has happened, for whoever follows it (GET /events) and for the webhooks. Rows are forgotten after some days.
create sequence event_seq increment by 50;
create table event (
  company_id uuid not null references company,
  id bigint not null,
  -- In which transaction it came to be. Rows are read only when no older transaction is going on any more, in the order of
  -- transaction and id, so that nobody misses one that was written earlier and committed later.
  xact xid8 not null default pg_current_xact_id(),
  uid uuid not null, -- its name outside: the id of the CloudEvent and of the webhook message
  type text not null check (type ~ '^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$'),
  community_id uuid,
  work_order_id uuid,
  assignee_id uuid,
  previous_assignee_id uuid,
  at timestamptz not null,
  data jsonb not null,
  primary key (company_id, id)
);
create index event_in_order on event (company_id, xact, id);
create index event_by_age on event using brin (at);

-- Up to where events have been forgotten; who left earlier than that has missed some.
create table event_forgotten (
  only_row boolean primary key default true check (only_row),
  up_to xid8 not null
);
insert into event_forgotten (up_to) values ('0');

create table webhook (
  company_id uuid not null references company,
  id uuid not null,
  url text not null check (length(url) <= 2000),
  description text check (length(description) <= 500),
  event_types text[] not null check (cardinality(event_types) > 0),
  community_ids uuid[] not null,
  secret bytea not null, -- sealed
  previous_secret bytea, -- sealed
  previous_secret_until timestamptz,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('BY_HAND', 'GONE')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  check ((previous_secret is null) = (previous_secret_until is null)),
  check ((disabled_at is null) = (disabled_because is null))
);

create table webhook_delivery (
  company_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  event_id bigint not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
  replays integer not null default 0 check (replays >= 0),
  tries integer not null default 0 check (tries >= 0),
  last_status integer,
  last_error text check (length(last_error) <= 300),
  last_response text check (length(last_response) <= 1024),
  last_tried_at timestamptz,
  delivered_at timestamptz,
  created_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, webhook_id, event_id),
  foreign key (company_id, webhook_id) references webhook (company_id, id) on delete cascade,
  foreign key (company_id, event_id) references event (company_id, id) on delete cascade,
  check ((state = 'DELIVERED') <= (delivered_at is not null)),
  check ((tries = 0) = (last_tried_at is null))
);
create index webhook_delivery_log on webhook_delivery (company_id, webhook_id, id desc);
-- For the events that are forgotten.
create index webhook_delivery_by_event on webhook_delivery (company_id, event_id);
