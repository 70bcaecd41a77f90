-- Every list of work orders is read in the order of an index, from each community apart, and merged (src/docs/lists.md).
-- Whatever is about open orders has an index of open orders only, so that closed ones cost it nothing.

-- The desk's first page, and every filter over all orders that is answered from the index alone.
drop index work_order_newest;
create index work_order_newest on work_order (company_id, community_id, created_at desc, id desc)
  include (status, kind, priority, channel, round, category_id, registered_by, resolution_code, closing_reason);
-- By status they are walked in the two indexes of all and of open orders; an index of its own would be written at every move.
drop index work_order_by_status;

create index work_order_open on work_order (company_id, community_id, created_at desc, id desc)
  include (status, kind, priority, assignee_id, next_due_at)
  where status not in ('CLOSED', 'CANCELLED');
-- The most urgent first, and of these what somebody has to do or to look at next. The same words as in WorkOrder.
create index work_order_open_urgent on work_order (company_id, community_id,
  (case priority when 'EMERGENCY' then 0 when 'URGENT' then 1 when 'NORMAL' then 2 else 3 end),
  (coalesce(next_due_at, hold_next_check_at, '9999-12-31T00:00:00Z')), id)
  where status not in ('CLOSED', 'CANCELLED');
-- What a technician has in hand, whatever they have done in the years before.
create index work_order_open_by_assignee on work_order (company_id, assignee_id, next_due_at, id)
  where status not in ('CLOSED', 'CANCELLED') and assignee_id is not null;
create index work_order_held on work_order (company_id, community_id, hold_next_check_at, id)
  where hold_next_check_at is not null;
create index work_order_closed on work_order (company_id, community_id, closing_at desc, id desc)
  where closing_at is not null;

-- The history of a phone and of a building too, in the place of two indexes of their open orders.
drop index work_order_open_by_phone;
create index work_order_by_phone on work_order (company_id, reporter_phone, created_at desc, id desc)
  where reporter_phone is not null;
drop index work_order_open_by_building;
create index work_order_by_building on work_order (company_id, building_id, created_at desc, id desc)
  where building_id is not null;
