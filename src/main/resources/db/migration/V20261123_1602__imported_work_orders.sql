-- Where an order of another system is known by. Nothing of it is there for orders made here; not valid, so that a full table is
-- not read for it.
alter table work_order
  add column external_id text,
  add column imported_row bytea, -- SHA-256 of what was said of it, so that the same row again is known
  add constraint work_order_external_id check (length(external_id) between 1 and 100) not valid,
  add constraint work_order_imported check ((external_id is null) = (imported_row is null)) not valid;
