create table company (
  company_id uuid primary key,
  number bigint generated always as identity unique, -- short, in front of tracking tokens
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0
);

create table account (
  company_id uuid not null references company,
  id uuid not null,
  username text not null,
  display_name text not null,
  password_hash text not null,
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['FRONT_DESK', 'TECHNICIAN', 'MANAGER', 'ADMIN', 'OPERATOR', 'OWNER']
    and (not 'OWNER' = any (roles) or (cardinality(roles) = 1 and resident_id is not null))),
  language text not null check (language in ('zh-CN', 'en')),
  resident_id uuid,
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id)
);

create table account_community (
  company_id uuid not null,
  account_id uuid not null,
  community_id uuid not null,
  primary key (company_id, account_id, community_id),
  foreign key (company_id, account_id) references account (company_id, id)
);
create index account_community_by_community on account_community (company_id, community_id);

create table sign_in_session (
  company_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  refresh_hash bytea not null,
  previous_refresh_hash bytea,
  address text not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, account_id) references account (company_id, id)
);
create index sign_in_session_by_account on sign_in_session (company_id, account_id, created_at);

alter table sign_in_name
  add foreign key (company_id, account_id) references account (company_id, id) deferrable initially deferred;

create table idempotency_record (
  company_id uuid not null references company,
  account_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status smallint not null,
  location text,
  etag text,
  body bytea not null, -- sealed
  created_at timestamptz not null,
  primary key (company_id, account_id, key)
);
create index idempotency_record_by_age on idempotency_record (created_at);
