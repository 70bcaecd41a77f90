-- When somebody of the staff is away, so that others hear in their place.
create table absence (
  company_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text check (length(reason) between 1 and 300),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  foreign key (company_id, account_id) references account (company_id, id),
  check (ends_at > starts_at)
);
create index absence_by_account on absence (company_id, account_id, starts_at, id);
