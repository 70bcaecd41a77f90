-- The jobs of one kind of one company are a lane; whoever looks for work takes from every lane in turn, so that ten thousand
-- of one company keep nobody else waiting.
alter table job add column version bigint not null default 0;
-- Claims change no indexed column and stay on their page.
alter table job set (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_threshold = 1000);
drop index job_due;
create index job_lane on job (company_id, kind, run_at, id) where state = 'READY';
-- The list of what is still to be done, of every kind.
create index job_ready on job (company_id, run_at, id) where state = 'READY';
