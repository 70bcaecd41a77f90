-- The requests of the load, one line each, as requests.lua reads them: what is asked for is drawn from what is there.
-- Variables: work (the folder they are written to). The order is by hash, so that neighbours in the file are none in the table.
\set QUIET on
set client_min_messages = warning;
\pset format unaligned
\pset tuples_only on
\pset fieldsep '\t'

-- What pgbench has to know of the signed-in clerk and of the catalogue; and which orders are read.
drop table if exists bench.known, bench.asked;
create table bench.known as
  select s.company_id, s.id as session, s.account_id as account, (select id from category as c where c.company_id = s.company_id and code = 'PLUMBING_LEAK') as category
  from sign_in_session as s join sign_in_name as n on n.account_id = s.account_id
  where username_key = 'front_desk' order by s.created_at desc limit 1;
create table bench.asked as
  select row_number() over (order by md5(id::text))::int as n, id from work_order order by md5(id::text) limit 4000;
alter table bench.asked add primary key (n);
vacuum analyze bench.known, bench.asked;

\o :work/create
select 'POST', '/api/v1/work-orders', '-', json_build_object('communityId', community_id, 'kind', 'REPAIR', 'categoryCode', 'PLUMBING_LEAK',
  'description', '厨房水管漏水，已经关了总阀', 'location', json_build_object('unitCode', unit_code, 'position', '厨房'),
  'reporter', json_build_object('name', name, 'phone', substr(phone, 4)), 'priority', 'URGENT', 'channel', 'CALL')
from bench.resident where leaves >= .08 order by md5(n::text) limit 4000;

\o :work/read
select 'GET', '/api/v1/work-orders/' || id, '-', '-' from bench.asked order by n;

\o :work/timeline
select 'GET', '/api/v1/work-orders/' || id || '/timeline', '-', '-' from work_order order by md5(id::text) desc limit 4000;

\o :work/caller
select 'GET', '/api/v1/callers?phone=' || substr(phone, 4), '-', '-' from bench.resident order by md5(n::text) limit 4000;

\o :work/caller-by-name
select 'GET', '/api/v1/callers?q=' || bench.quoted(name), '-', '-' from bench.resident order by md5(n::text) limit 4000;

\o :work/search
select 'GET', '/api/v1/search?q=' || bench.quoted(words), '-', '-'
from (
  select n, case n % 8 when 0 then number when 1 then reporter_phone when 2 then right(reporter_phone, 4) when 3 then unit_code when 4 then reporter_name
    when 5 then fault when 6 then position || fault else left(fault, 2) end as words
  from bench.story
) as s
where length(words) > 1 order by md5(n::text) limit 4000;

-- Verbs on what the load has created just before, each order once.
\o :work/dispatch
select 'POST', '/api/v1/work-orders/' || w.id || '/dispatch', '"v' || w.version || '"', json_build_object('assigneeId', s.id)
from work_order as w join bench.staff as s on s.role = 'TECHNICIAN' and s.n = 1
where w.status = 'REGISTERED' order by w.created_at desc, w.id limit 20000;
\o :work/note
select 'POST', '/api/v1/work-orders/' || id || '/notes', '-', '{"text": "业主催了一次", "visibility": "INTERNAL"}'
from work_order where status in ('REGISTERED', 'DISPATCHED') order by md5(id::text) limit 4000;

-- The first page of every list that can grow, as its users ask for it.
\o :work/lists
with known as (
  select c.id as community, (select id from bench.staff where role = 'TECHNICIAN' and n = 1) as technician,
    (select unit_id from bench.story where unit_id is not null order by n desc limit 1) as unit,
    (select resident_id from bench.story where resident_id is not null order by n desc limit 1) as resident,
    (select substr(reporter_phone, 4) from bench.story order by n desc limit 1) as phone,
    (select building_id from bench.story order by n desc limit 1) as building
  from bench.community as c where place = 1
)
select l.name, l.path from known, lateral (values
  ('work orders', '/work-orders'),
  ('work orders of a community', '/work-orders?communityId=' || community),
  ('work orders, open', '/work-orders?status=REGISTERED&status=DISPATCHED&status=ACCEPTED&status=IN_PROGRESS&status=ON_HOLD&status=COMPLETED'),
  ('work orders, waiting', '/work-orders?status=REGISTERED&sort=createdAt'),
  ('work orders, cancelled', '/work-orders?status=CANCELLED'),
  ('work orders, next due', '/work-orders?sort=dueAt'),
  ('work orders, last changed', '/work-orders?sort=-updatedAt'),
  ('work orders, urgent complaints', '/work-orders?kind=COMPLAINT&priority=URGENT'),
  ('work orders of a technician', '/work-orders?assigneeId=' || technician),
  ('work orders of a unit', '/work-orders?unitId=' || unit),
  ('work orders of a day', '/work-orders?createdFrom=2021-05-10T00:00:00Z&createdTo=2021-05-11T00:00:00Z'),
  ('work orders with a word', '/work-orders?q=' || bench.quoted('瓷砖空鼓')),
  ('follow-ups to make', '/follow-ups?status=SCHEDULED'),
  ('follow-ups', '/follow-ups'),
  ('interactions', '/interactions'),
  ('interactions of a phone', '/interactions?phone=' || phone),
  ('residents', '/residents?communityId=' || community),
  ('residents by name', '/residents?q=' || bench.quoted('王')),
  ('units', '/units?communityId=' || community),
  ('messages', '/me/messages'),
  ('accounts', '/accounts')
) as l (name, path);
\o
