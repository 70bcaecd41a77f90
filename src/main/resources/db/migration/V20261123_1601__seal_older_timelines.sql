-- The orders that were there before the chain wait for their first seal like all others. In a transaction of its own, so that
-- nobody waits for it.
insert into timeline_unsealed (company_id, work_order_id, seq)
select company_id, id, last_seq from work_order where last_seq > 0
on conflict do nothing;
