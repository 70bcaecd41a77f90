-- A handover sheet that a colleague sends belongs to no work order. What is there keeps to these rules already, so it is not looked
-- through under a lock.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in
  ('RECEIVED', 'COMING', 'WAITING', 'DONE', 'CLOSED', 'UNREACHABLE', 'OFFERED', 'ASSIGNED', 'TAKEN_AWAY', 'WARNED',
   'BREACHED', 'ESCALATED', 'REOPENED', 'DISSATISFIED', 'FOLLOW_UP_DUE', 'CALL_BACK_DUE', 'HANDOVER', 'DIGEST')) not valid;

-- The rule that all but digests belong to one has no name of its own.
do $$
declare
  rule name;
begin
  select conname into strict rule from pg_constraint
  where conrelid = 'message'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%work_order_id IS NOT NULL%';
  execute format('alter table message drop constraint %I', rule);
end $$;
alter table message add constraint message_of_a_work_order
  check (kind in ('DIGEST', 'HANDOVER') or work_order_id is not null) not valid;
alter table message add constraint message_handover
  check (kind <> 'HANDOVER' or (account_id is not null and work_order_id is null)) not valid;
