create table community (
  company_id uuid not null references company,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  time_zone text not null,
  address text check (length(address) <= 300),
  calling_hours text not null,
  working_hours text not null,
  working_days text[] not null check (
    cardinality(working_days) > 0
    and working_days <@ array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id)
);
create unique index community_by_name on community (company_id, lower(name));

create table building (
  company_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  name text not null check (length(name) between 1 and 50),
  name_key text not null, -- in the one way of writing it that all others are brought to
  name_order text not null, -- sorts 2 before 10
  acceptance_date date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, community_id, name_key),
  unique (company_id, community_id, id),
  foreign key (company_id, community_id) references community (company_id, id)
);
create index building_in_order on building (company_id, community_id, name_order, id);

create table unit (
  company_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  building_id uuid not null,
  entrance text check (length(entrance) between 1 and 20),
  room text not null check (length(room) between 1 and 20),
  code text not null,
  code_key text not null,
  code_order text not null,
  area numeric(8, 2) check (area > 0),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  -- The key first: it is asked for with and without a community.
  unique (company_id, code_key, community_id),
  foreign key (company_id, community_id, building_id) references building (company_id, community_id, id)
);
create index unit_in_order on unit (company_id, community_id, code_order, id);
create index unit_by_building on unit (company_id, building_id, code_order, id);

create table resident (
  company_id uuid not null references company,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  phone text check (phone ~ '^\+[0-9]{4,20}$'),
  phone_doubtful boolean not null default false check (not phone_doubtful or phone is not null),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id)
);
create index resident_by_phone on resident (company_id, phone) where phone is not null;
create index resident_by_name on resident (company_id, name);

create table occupancy (
  company_id uuid not null,
  id uuid not null,
  resident_id uuid not null,
  unit_id uuid not null,
  relation text not null check (relation in ('OWNER', 'TENANT', 'FAMILY')),
  from_day date not null,
  to_day date check (to_day >= from_day),
  primary key (company_id, id),
  unique (company_id, resident_id, unit_id, relation, from_day),
  foreign key (company_id, resident_id) references resident (company_id, id),
  foreign key (company_id, unit_id) references unit (company_id, id)
);
create index occupancy_by_unit on occupancy (company_id, unit_id, resident_id);

create table special_day (
  company_id uuid not null references company,
  id uuid not null,
  day date not null,
  kind text not null check (kind in ('HOLIDAY', 'WORKING')),
  name text not null check (length(name) between 1 and 100),
  source text check (length(source) <= 300),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, day)
);

alter table account_community
  add foreign key (company_id, community_id) references community (company_id, id);
alter table account
  add foreign key (company_id, resident_id) references resident (company_id, id);
create index account_by_resident on account (company_id, resident_id) where resident_id is not null;
