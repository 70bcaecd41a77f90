-- A filter that finds little is answered from the index alone, without reading what it leaves out.
drop index interaction_newest;
create index interaction_newest on interaction (company_id, community_id, started_at desc, id desc)
  include (channel, direction, taken_by);
drop index follow_up_by_due;
create index follow_up_by_due on follow_up (company_id, community_id, due_at, id)
  include (status, policy_reason, verdict_resolved);
