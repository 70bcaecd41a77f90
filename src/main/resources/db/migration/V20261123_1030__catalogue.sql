-- What can be wrong, and what is known about it. Every company starts with its own copy and may change it.
create table category (
  company_id uuid not null references company,
  id uuid not null,
  code text not null check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
  kind text not null check (kind in ('REPAIR', 'COMPLAINT', 'VISIT', 'INQUIRY', 'SUGGESTION', 'HAZARD')),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 100),
  trade text not null check (trade ~ '^[A-Z][A-Z0-9_]{1,39}$'),
  default_priority text not null check (default_priority in ('EMERGENCY', 'URGENT', 'NORMAL', 'LOW')),
  warranty_part text check (
    warranty_part in ('STRUCTURE', 'WATERPROOFING', 'HEATING', 'WIRING', 'PIPES', 'EQUIPMENT', 'DECORATION')),
  usual_liability text not null check (usual_liability in (
    'DEVELOPER_WARRANTY', 'PROPERTY_FEE', 'MAINTENANCE_FUND', 'OWNER_PAID', 'UTILITY', 'THIRD_PARTY',
    'OUT_OF_SCOPE')),
  tools text[] not null check (array_position(tools, null) is null),
  method text[] not null check (array_position(method, null) is null),
  questions text[] not null check (array_position(questions, null) is null),
  retired_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, code),
  check (usual_liability <> 'DEVELOPER_WARRANTY' or warranty_part is not null)
);

-- How long the developer answers for each part, counted from the completion-acceptance date of the building.
create table warranty_term (
  company_id uuid not null references company,
  id uuid not null,
  part text not null check (
    part in ('STRUCTURE', 'WATERPROOFING', 'HEATING', 'WIRING', 'PIPES', 'EQUIPMENT', 'DECORATION')),
  length int not null check (length between 1 and 100),
  unit text not null check (unit in ('YEARS', 'HEATING_SEASONS')),
  source text not null check (length(source) between 1 and 500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  unique (company_id, part)
);
