-- When the next step of a deadline has to be said, and which have been; kept by the work order itself.
alter table work_order add column next_announcement_at timestamptz;
alter table work_order add column announced jsonb not null default '[]';
-- Too early is harmless: the first scan finds out when it really is. Only open orders are touched.
update work_order set next_announcement_at = least(next_due_at, now()) where next_due_at is not null;
-- The scan asks for whatever is due, of all companies on this machine.
create index work_order_to_announce on work_order (next_announcement_at, company_id)
  where next_announcement_at is not null;

-- What has been said of a deadline, once for each due time and step, whoever says it and however often they try.
create table announcement (
  company_id uuid not null,
  id uuid not null,
  work_order_id uuid not null,
  round integer not null check (round >= 1),
  clock text not null,
  due_at timestamptz not null,
  percent integer not null check (percent in (80, 100, 150, 200)),
  passed_at timestamptz not null, -- when so much of the time was used up
  announced_at timestamptz not null,
  audience uuid[] not null,
  primary key (company_id, id),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  unique (company_id, work_order_id, round, clock, due_at, percent),
  check (announced_at >= passed_at)
);
-- What has been said stays said.
revoke update, delete, truncate on announcement from bihuan_application;
