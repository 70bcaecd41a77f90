create table interaction (
  company_id uuid not null references company,
  id uuid not null,
  community_id uuid not null,
  channel text not null check (channel in ('CALL', 'VISIT', 'WECHAT', 'EMAIL', 'PORTAL', 'PATROL', 'OTHER')),
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  started_at timestamptz not null,
  ended_at timestamptz check (ended_at >= started_at),
  ring_seconds integer check (ring_seconds between 0 and 3600),
  resident_id uuid,
  caller_name text check (length(caller_name) between 1 and 100),
  phone text check (phone ~ '^\+[0-9]{3,20}$'),
  unit_id uuid,
  unit_code text check ((unit_code is null) = (unit_id is null)),
  notes text check (length(notes) <= 4000),
  taken_by uuid not null,
  taken_by_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  foreign key (company_id, community_id) references community (company_id, id),
  foreign key (company_id, resident_id) references resident (company_id, id),
  foreign key (company_id, unit_id) references unit (company_id, id),
  foreign key (company_id, taken_by) references account (company_id, id)
);
create index interaction_newest on interaction (company_id, community_id, started_at desc, id desc);
-- The same for who works in several communities, and for the reports of a month.
create index interaction_newest_anywhere on interaction (company_id, started_at desc, id desc);
create index interaction_by_phone on interaction (company_id, phone, started_at desc) where phone is not null;
create index interaction_by_resident on interaction (company_id, resident_id, started_at desc) where resident_id is not null;

create table interaction_work_order (
  company_id uuid not null,
  interaction_id uuid not null,
  work_order_id uuid not null,
  place smallint not null check (place between 0 and 19), -- as the first, second or later matter
  primary key (company_id, interaction_id, work_order_id),
  unique (company_id, work_order_id),
  foreign key (company_id, interaction_id) references interaction (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id)
);

-- Calls are records of what happened: corrected, never deleted.
revoke delete, truncate on interaction from bihuan_application;
revoke update, delete, truncate on interaction_work_order from bihuan_application;

-- The caller card asks whether a whole building has the same trouble.
create index work_order_open_by_building on work_order (company_id, building_id, created_at)
  where status not in ('CLOSED', 'CANCELLED');
