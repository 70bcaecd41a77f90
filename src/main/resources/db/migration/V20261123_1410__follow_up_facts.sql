-- When the call was due by the policy stays visible when an agreed time moves the due time.
alter table follow_up add column original_due_at timestamptz;
update follow_up f set original_due_at = least(f.due_at, coalesce(
  (select max((t.data ->> 'dueAt')::timestamptz) from timeline_entry t
   where t.company_id = f.company_id and t.work_order_id = f.work_order_id
     and t.type = 'FOLLOW_UP_SCHEDULED' and t.data ->> 'followUpId' = f.id::text),
  f.due_at));
alter table follow_up alter column original_due_at set not null;
alter table follow_up add check (due_at >= original_due_at);

-- Somebody has said that the reporter's number is right, whatever an earlier attempt came to.
alter table follow_up add column phone_confirmed_at timestamptz;
