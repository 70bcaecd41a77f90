-- Reports count the calls about the work that was completed in a period.
create index follow_up_newest on follow_up (company_id, community_id, created_at, id);
