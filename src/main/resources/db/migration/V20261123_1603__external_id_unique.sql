-- In a transaction of its own, so that only writers wait for it, and only while the table is read once.
create unique index work_order_external_id_unique on work_order (company_id, external_id) where external_id is not null;
