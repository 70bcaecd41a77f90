-- Calls that are still to be made have a clock like everything else that is promised.
update work_order w
set clocks = w.clocks || jsonb_build_array(jsonb_build_object(
      'name', 'FOLLOW_UP',
      'startedAt', to_char(f.not_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'allowed', 'PT' || extract(epoch from f.due_at - least(f.not_before, f.due_at)) || 'S',
      'aroundTheClock', true,
      'pauses', '[]'::jsonb,
      'dueAt', to_char(f.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'metAt', null,
      'stopped', false)),
    next_due_at = least(w.next_due_at, f.due_at),
    version = w.version + 1
from follow_up f
where f.company_id = w.company_id and f.id = w.follow_up_id and f.status = 'SCHEDULED' and w.status = 'COMPLETED';
