-- How many orders have ended, by community and status, without ever counting them. Open ones are counted in their own small
-- index. A move into or out of an ended status adds a row, so that no two of them wait for each other; a job folds these rows
-- into the totals. Total and changes are read in one statement, so the sum is right at any moment.
create table work_order_count (
  company_id uuid not null references company,
  community_id uuid not null,
  status text not null check (status in ('CLOSED', 'CANCELLED')),
  orders bigint not null,
  primary key (company_id, community_id, status),
  foreign key (company_id, community_id) references community (company_id, id)
);
create table work_order_count_change (
  company_id uuid not null,
  id bigint generated always as identity,
  community_id uuid not null,
  status text not null check (status in ('CLOSED', 'CANCELLED')),
  orders smallint not null check (orders in (-1, 1)),
  primary key (company_id, id)
);
create index work_order_count_change_of_community on work_order_count_change (company_id, community_id);
-- Rows live for seconds: what stays behind must be cleared soon.
alter table work_order_count_change set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create function count_ended_work_order() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.status in ('CLOSED', 'CANCELLED') then
    insert into work_order_count_change (company_id, community_id, status, orders)
    values (old.company_id, old.community_id, old.status, -1);
  end if;
  if new.status in ('CLOSED', 'CANCELLED') then
    insert into work_order_count_change (company_id, community_id, status, orders)
    values (new.company_id, new.community_id, new.status, 1);
  end if;
  return null;
end $$;
-- The conditions are looked at before anything is called: recording and most moves pay nothing for this.
create trigger work_order_ended_at_once after insert on work_order
  for each row when (new.status in ('CLOSED', 'CANCELLED')) execute function count_ended_work_order();
create trigger work_order_ended after update on work_order
  for each row when ((old.status, old.community_id) is distinct from (new.status, new.community_id)
    and (old.status in ('CLOSED', 'CANCELLED') or new.status in ('CLOSED', 'CANCELLED')))
  execute function count_ended_work_order();

-- Counts all orders anew. Nobody moves one meanwhile: for migrations, and for whoever fills the table with triggers off.
create function recount_work_orders() returns void language plpgsql as $$
begin
  lock table work_order in share row exclusive mode;
  delete from work_order_count_change;
  delete from work_order_count;
  insert into work_order_count (company_id, community_id, status, orders)
  select company_id, community_id, status, count(*) from work_order
  where status in ('CLOSED', 'CANCELLED') group by 1, 2, 3;
end $$;
revoke execute on function recount_work_orders from public;
select recount_work_orders();
