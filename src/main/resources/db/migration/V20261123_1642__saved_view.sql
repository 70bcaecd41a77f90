-- Filters that somebody keeps under a name, for themselves or for colleagues.
create table saved_view (
  company_id uuid not null references company,
  id uuid not null,
  owner_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  list text not null,
  filter jsonb not null,
  sort text,
  shared boolean not null,
  community_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  foreign key (company_id, owner_id) references account (company_id, id),
  foreign key (company_id, community_id) references community (company_id, id),
  -- Whom it is shared with; what is one's own is for nobody's community.
  check (shared or community_id is null)
);
create unique index saved_view_by_name on saved_view (company_id, owner_id, lower(name));
create index saved_view_shared on saved_view (company_id, community_id, id) where shared;
