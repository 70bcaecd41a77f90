-- Work that has to happen even if the process dies (Jobs). Claimed with skip locked, held by a lease, found again by its key.
create table job (
  company_id uuid not null references company,
  id uuid not null,
  kind text not null,
  key text not null,
  state text not null default 'READY' check (state in ('READY', 'DONE', 'DEAD')),
  run_at timestamptz not null,
  data jsonb not null default '{}',
  attempts integer not null default 0 check (attempts >= 0),
  lease uuid,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (company_id, id),
  unique (company_id, kind, key),
  check ((lease is null) = (lease_until is null)),
  check ((state = 'READY') = (finished_at is null))
);
-- Workers ask for whatever is due, of all companies on this machine.
create index job_due on job (run_at) where state = 'READY';
create index job_dead on job (company_id, finished_at desc, id desc) where state = 'DEAD';
create index job_done on job (finished_at) where state = 'DONE';
