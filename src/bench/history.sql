-- The history of an invented property company, as views of the schema "bench": one view for each table that it fills, with the
-- columns it fills. Whoever loads it copies each view into the table of its name (bench.loading says in which order).
-- How many orders: set bench.orders = 1000000. A tenth as many residents, six communities, ten years up to now; 95 in 100
-- closed, the open ones mostly young. The same number gives the same history, but for the time of day it is made at.
-- It grows out of what the company has already: its first community, an account of each role, its catalogue.

set client_min_messages = warning;
set jit = off;
set work_mem = '256MB';
drop schema if exists bench cascade;
create schema bench;
do $$ begin perform setseed(0.42); end $$;

-- An id as the application makes them (RFC 9562, version 7), but always the same one for the same text.
create function bench.uid(at timestamptz, what text) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(what), 1, 3) || '8' || substr(md5(what), 4, 15))::uuid
$$;

-- A number of a work order: the serial number and Damm's check digit.
create function bench.number(serial bigint) returns text language plpgsql immutable parallel safe as $$
declare
  square constant text := '0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790';
  digits constant text := serial;
  interim int := 0;
begin
  for i in 1..length(digits) loop
    interim := substr(square, interim * 10 + substr(digits, i, 1)::int + 1, 1)::int;
  end loop;
  return digits || interim;
end $$;

create function bench.iso(at timestamptz) returns text language sql stable parallel safe as $$
  select to_char(at at time zone 'UTC', '"\""YYYY-MM-DD"T"HH24:MI:SS.MS"Z\""')
$$;

create function bench.one_of(choices text[], chance float) returns text language sql immutable parallel safe as $$
  select choices[1 + floor(chance * cardinality(choices))::int]
$$;

-- As part of an address.
create function bench.quoted(words text) returns text language sql immutable as $$
  select regexp_replace(encode(convert_to(words, 'UTF8'), 'hex'), '(..)', '%\1', 'g')
$$;

create table bench.company as
  select company_id, current_setting('bench.orders')::int as orders,
    greatest(current_setting('bench.orders')::int / 10, 1000) as residents, 10 as years, now() as until
  from community order by created_at, id limit 1;

-- Places: six communities of unlike size, four flats on each of eighteen floors, two entrances to a building.
create table bench.community as
  select first.company_id, coalesce(known.id, bench.uid(first.created_at, 'community ' || n)) as id, n as place,
    coalesce(known.name, bench.one_of('{云山府,锦绣江南,阳光里,滨河家园,松鹤苑}', (n - 2) / 5.0)) as name, known.id is null as is_new,
    (array[0, .30, .52, .70, .83, .93])[n] as from_share, (array[.30, .52, .70, .83, .93, 1])[n] as to_share
  from (select * from community order by created_at, id limit 1) as first cross join generate_series(1, 6) as n
  left join (select *, row_number() over (order by created_at, id) as place from community) as known on known.place = n;

create view bench.community_rows as
  select c.company_id, b.id, b.name, c.time_zone, c.address, c.calling_hours, c.working_hours, c.working_days, c.created_at, c.updated_at
  from bench.community as b, (select * from community order by created_at, id limit 1) as c
  where b.is_new;

create table bench.unit as
  select u.*, community || '-' || building as building_key, building || '-' || entrance || '-' || room as code
  from (
    select n, c.company_id, c.id as community_id, c.place as community,
      (n - floor(c.from_share * flats.number)::int) / 144 + 1 as building,
      n % 144 / 72 + 1 as entrance, n % 72 / 4 + 1 || '0' || n % 4 + 1 as room
    from (select (residents * 2 / 5)::int as number from bench.company) as flats, bench.community as c,
      generate_series(0, flats.number - 1) as n
    where n >= floor(c.from_share * flats.number) and n < floor(c.to_share * flats.number)
  ) as u;
-- A building that two numbers share would give two flats one code.
delete from bench.unit as u using bench.unit as other where other.community = u.community and other.code = u.code and other.n < u.n;
alter table bench.unit add column id uuid, add column building_id uuid, add column place int;
update bench.unit set id = bench.uid('2012-06-30', 'unit ' || n), building_id = bench.uid('2012-06-01', 'building ' || building_key);
update bench.unit as u set place = o.place from (select n, row_number() over (order by n) - 1 as place from bench.unit) as o where o.n = u.n;
create unique index on bench.unit (place);
analyze bench.unit;

create view bench.building as
  select distinct on (building_id) company_id, building_id as id, community_id, building::text as name, building::text as name_key,
    lpad(building::text, 10, '0') as name_order, date '2008-06-30' + 365 * (building % 14) as acceptance_date,
    timestamptz '2012-06-01' as created_at, timestamptz '2012-06-01' as updated_at
  from bench.unit order by building_id;
create view bench.unit_rows as
  select company_id, id, community_id, building_id, entrance::text, room, code, code as code_key,
    lpad(building::text, 10, '0') || '-' || lpad(entrance::text, 10, '0') || '-' || lpad(room, 10, '0') as code_order,
    60 + n % 90 + 0.5 as area, timestamptz '2012-06-30' as created_at, timestamptz '2012-06-30' as updated_at
  from bench.unit;

-- People: five to two flats, with the surnames and given names there are, a mobile phone, some of them gone by now.
create table bench.resident as
  select r.*, bench.uid(since, 'resident ' || r.n) as id, u.id as unit_id, u.code as unit_code, u.building_id, u.community_id, u.company_id
  from (
    select n, floor(n * flats.number / c.residents)::int as flat,
      bench.one_of('{王,李,张,刘,陈,杨,黄,赵,吴,周,徐,孙,马,朱,胡,郭,何,高,林,罗,郑,梁,谢,宋,唐,许,韩,冯,邓,曹,彭,曾,肖,田,董,袁,潘,于,蒋,蔡,余,杜,叶,程,苏,魏,吕,丁,任,沈,姚,卢,姜,崔,钟,谭,陆,汪,范,金,石,廖,贾,夏,韦,付,方,白,邹,孟,熊,秦,邱,江,尹,薛,闫,段,雷,侯,龙,史,陶,黎,贺,顾,毛,郝,龚,邵,万,钱,严,覃,武,戴,莫,孔,向,欧阳}',
          power(random(), 2)) ||
      bench.one_of('{芳,伟,娜,敏,静,丽,强,磊,军,洋,勇,艳,杰,娟,涛,明,超,秀英,霞,平,刚,桂英,建国,文,华,玉兰,飞,红,玉梅,鑫,波,斌,莉,宇,浩,凯,秀珍,健,俊,帆,雪,帅,慧,旭,宁,婷,玉珍,建华,林,倩,鹏,佳,晨,子涵,一诺,浩宇,欣怡,梓萱,思远,雨桐,志强,海燕,春梅,国庆,小明,嘉怡,晓东,丽华,文静,天宇,诗涵,俊杰,建军,美玲,淑珍,振华,少华,永强,金凤,翠兰}',
          power(random(), 1.3)) as name,
      '+861' || 3 + floor(random() * 7)::int || lpad(floor(random() * 1e9)::bigint::text, 9, '0') as phone,
      timestamptz '2013-01-01' + random() * interval '12 years' as since, random() as leaves
    from bench.company as c, (select count(*) as number from bench.unit) as flats, generate_series(0, c.residents - 1) as n
  ) as r
  join bench.unit as u on u.place = r.flat;
create unique index on bench.resident (n);
analyze bench.resident;

create view bench.resident_rows as
  select company_id, id, name, phone, since as created_at, since as updated_at from bench.resident;
create view bench.occupancy as
  select company_id, bench.uid(since, 'occupancy ' || n) as id, id as resident_id, unit_id,
    case when n % 5 in (0, 3) then 'OWNER' when n % 5 = 4 then 'TENANT' else 'FAMILY' end as relation, since::date as from_day,
    case when leaves < .08 then since::date + 400 end as to_day, community_id
  from bench.resident;

-- Staff: twelve at the desk, sixty technicians, all with the password of the first of their role, everywhere.
create table bench.staff as
  select a.company_id, n, role, bench.uid(a.created_at, role || n) as id, lower(role) || '.' || n as username, a.password_hash, a.created_at,
    bench.one_of('{王,李,张,刘,陈,杨,黄,赵}', n % 8 / 8.0) || case role when 'TECHNICIAN' then '师傅' else '前台' end || n as name
  from (select distinct on (roles[1]) company_id, roles[1] as role, password_hash, created_at from account
    where roles[1] in ('FRONT_DESK', 'TECHNICIAN') and company_id = (select company_id from bench.company) order by roles[1], created_at) as a,
    generate_series(1, 60) as n
  where role = 'TECHNICIAN' or n <= 12;
create view bench.account as
  select company_id, id, username, name as display_name, password_hash, array[role] as roles, 'zh-CN' as language, created_at, created_at as updated_at
  from bench.staff;
create view bench.sign_in_name as select username as username_key, company_id, id as account_id from bench.staff;
create view bench.account_community as
  select a.company_id, a.id as account_id, c.id as community_id from account as a, bench.community as c
  where a.company_id = c.company_id and roles && '{FRONT_DESK,TECHNICIAN,MANAGER}'
  except select company_id, account_id, community_id from account_community;

-- What can be wrong, as often as it is.
create table bench.category as
  select row_number() over () - 1 as slot, c.id, c.code, c.kind, c.default_priority as priority,
    jsonb_build_object('code', usual_liability, 'part', warranty_part, 'warrantyEnd', null,
      'grounds', case when warranty_part is null then 'NO_WARRANTY' else 'ACCEPTANCE_UNKNOWN' end)::text as liability,
    case trade when 'PLUMBING' then '{漏水了,堵了下不去水,水龙头关不紧,水压很小,水管一直在响,地面有积水,返味很重,软管裂了}'
      when 'ELECTRICAL' then '{没有电,跳闸了合不上,灯不亮,开关打火,插座松了,灯一闪一闪的,电表箱有响声}'
      when 'CIVIL' then '{墙面渗水发霉,墙皮脱落,窗户关不严,瓷砖空鼓,屋顶漏雨,门锁打不开,天花板有裂缝}'
      when 'LIFT' then '{电梯困人,电梯门关不上,电梯停在半层,电梯晃得厉害,电梯按键失灵}'
      when 'LOW_VOLTAGE' then '{门禁刷不开,道闸不抬杆,监控黑屏,对讲听不见,车牌识别不了}'
      when 'HVAC' then '{暖气不热,暖气漏水,暖气片有气响,室温不到十八度}'
      when 'SAFETY' then '{井盖坏了,高空抛物砸到车,烟感一直响,闻到煤气味,消防通道被堵}'
      when 'SECURITY' then '{楼上半夜噪音很大,装修太早开工,车位被占,狗没有拴绳,陌生人进楼推销,电动车推进电梯}'
      when 'CLEANING' then '{垃圾没人清,楼道很脏,地库有积水,垃圾桶不够用}'
      when 'GREENING' then '{草坪枯了,树枝挡住窗户,建议多种些花,树上有虫}'
      else '{问物业费怎么交,想办装修许可,来领钥匙,补办门禁卡,问停车月租,报修一直没人来,建议加儿童设施,要开收费发票}' end::text[] as faults
  from category as c, generate_series(1, case kind when 'REPAIR' then 5 when 'COMPLAINT' then 3 when 'INQUIRY' then 9 when 'VISIT' then 5
    when 'HAZARD' then 1 else 3 end)
  where c.company_id = (select company_id from bench.company) and c.retired_at is null;
create unique index on bench.category (slot);
analyze bench.category;

-- The chances of each matter, in the order they were reported: more by day than by night, and more each year.
create table bench.drawn as
  select row_number() over (order by created_at) as n, d.*
  from (
    select date_trunc('milliseconds', least(c.until - interval '1 minute' * random(),
        date_trunc('day', c.until) - interval '1 day' * floor((1 - power(n::float / c.orders, .8)) * 365.25 * c.years)
          + interval '1 hour' * (case when random() < .9 then 0.5 + 12 * (random() + random()) / 2 else 24 * random() end)))
        as created_at,
      floor(power(random(), 1.4) * c.residents)::int as who, floor(random() * categories.number)::int as slot,
      random() as place_chance, random() as fault_chance, random() as word_chance, random() as fate, random() as stage, random() as haste,
      random() as reach, random() as asked, random() as extra, random() as channel_chance, random() as again,
      1 + floor(random() * 60)::int as worker, 1 + floor(power(random(), 1.2) * 12)::int as clerk
    from bench.company as c, (select count(*) as number from bench.category) as categories, generate_series(1, c.orders) as n
  ) as d;

-- What became of each.
create table bench.story as
  with matter as (
    select d.*, c.until, bench.uid(d.created_at, 'order ' || d.n) as id, k.id as category_id, k.kind, k.priority, k.liability,
      c.company_id, r.community_id, r.building_id,
      case when d.place_chance < .85 then r.unit_id end as unit_id, case when d.place_chance < .85 then r.unit_code end as unit_code,
      case when d.extra < .9 then r.id end as resident_id, r.name as reporter_name, r.phone as reporter_phone,
      bench.one_of('{厨房,主卧卫生间,客厅,次卧,阳台,玄关,公共卫生间,书房,地下车库,楼道,电梯厅,儿童房,洗衣房,储藏间,露台,楼顶}', d.place_chance) as position,
      bench.one_of(k.faults, d.fault_chance) as fault,
      case when d.channel_chance < .68 then 'CALL' when d.channel_chance < .8 then 'VISIT' when d.channel_chance < .93 then 'WECHAT'
        when d.channel_chance < .97 then 'PORTAL' else 'PATROL' end as channel,
      extract(epoch from c.until - d.created_at) / 86400 as age,
      k.kind not in ('REPAIR', 'HAZARD') and d.haste < case k.kind when 'COMPLAINT' then .1 else .7 end as answered
    from bench.company as c, bench.drawn as d
    join bench.category as k on k.slot = d.slot
    join bench.resident as r on r.n = d.who offset 0
  ), fate as (
    select m.*, case
        when m.fate < .7 * exp(-m.age / 30) + .05 * exp(-m.age / 900) then
          case when m.stage < .2 then 'REGISTERED' when m.stage < .32 then 'DISPATCHED' when m.stage < .45 then 'ACCEPTED'
            when m.stage < .6 then 'IN_PROGRESS' when m.stage < .72 then 'ON_HOLD' else 'COMPLETED' end
        when m.fate > .985 then 'CANCELLED' else 'CLOSED' end as status
    from matter as m offset 0 -- so that each of these is computed once and not wherever it is named
  ), steps as (
    select f.*,
      status in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
        or (status in ('COMPLETED', 'CLOSED') and not answered) or (status = 'CANCELLED' and stage < .5) as dispatched,
      status in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD') or (status in ('COMPLETED', 'CLOSED') and not answered) as accepted,
      status in ('IN_PROGRESS', 'ON_HOLD') or (status in ('COMPLETED', 'CLOSED') and not answered) as started,
      status = 'ON_HOLD' or (status = 'CLOSED' and not answered and extra < .1) as held,
      status in ('COMPLETED', 'CLOSED') as completed,
      status = 'COMPLETED' or (status = 'CLOSED' and (kind in ('COMPLAINT', 'HAZARD') or priority = 'EMERGENCY' or asked < .45)) as followed,
      extra > .8 as noted
    from fate as f offset 0
  ), ends as (
    select s.*, followed and status = 'CLOSED' and again < .06 and reach < .74 as reopened,
      case when not followed or status <> 'CLOSED' then null when reach < .74 then 'VERIFIED' when reach < .88 then 'UNREACHABLE'
        when reach < .94 then 'REFUSED' else 'WAIVED' end as outcome,
      -- What is long over took its time, what is young was quick: nothing happens after now.
      interval '1 hour' * least(1, age * 24 / 140)
        * case priority when 'EMERGENCY' then .05 when 'URGENT' then .12 when 'NORMAL' then .5 else 2 end * (.2 + 2 * haste * haste) as tempo,
      interval '1 hour' * least(1, age * 24 / 140) as hour
    from steps as s offset 0
  )
  select t.*, case when not followed then completed_at when reopened then recalled_at else called_at end as closed_at,
    case when not followed then 'NOT_SAMPLED' when reopened then 'VERIFIED' else outcome end as closed_because
  from (select e.*,
    e.created_at + .3 * tempo as dispatched_at, e.created_at + .5 * tempo as accepted_at, e.created_at + 2 * tempo as started_at,
    e.created_at + 2.5 * tempo as held_at, e.created_at + 3 * tempo as resumed_at,
    e.created_at + case when answered then .1 else 4 end * tempo as completed_at,
    e.created_at + 4 * tempo + 20 * (.5 + asked) * hour as called_at,
    e.created_at + 12 * tempo + 20 * (.5 + asked) * hour as redone_at,
    e.created_at + 12 * tempo + 40 * (.5 + asked) * hour as recalled_at,
    case when not followed then 0 when status = 'COMPLETED' then (extra < .3)::int when outcome = 'UNREACHABLE' then 3
      when outcome = 'WAIVED' then 0 else 1 + (again > .85)::int end as attempts,
    bench.number(100000 + e.n) as number,
    desk.id as desk_id, desk.name as desk_name, technician.id as technician_id, technician.name as technician_name,
    bench.uid(e.created_at, 'follow-up ' || e.n) as follow_up_id, bench.uid(e.created_at, 'second follow-up ' || e.n) as second_follow_up_id,
    bench.uid(e.created_at, 'interaction ' || e.n) as interaction_id
  from ends as e
  join bench.staff as desk on desk.role = 'FRONT_DESK' and desk.n = e.clerk
  join bench.staff as technician on technician.role = 'TECHNICIAN' and technician.n = e.worker offset 0) as t;
analyze bench.story;

create function bench.done(answered boolean, chance float) returns text language sql immutable parallel safe as $$
  select case when answered then bench.one_of('{已当场告知,已告知办理地点和材料,已登记并说明规定,已解释收费标准}', chance)
    else bench.one_of('{更换了接头,疏通完毕,紧固后不再漏水,更换灯管,调整门锁,重新打胶,清理并消毒,更换开关面板,已联系厂家维保处理,劝导后恢复安静,更换软管并试水,补刷防水}', chance) end
$$;
create function bench.resolution(answered boolean, chance float, desk uuid, technician uuid) returns text language sql immutable parallel safe as $$
  select format('{"resolution": {"code": "%s", "text": "%s", "cause": null, "workedBy": "%s", "materials": %s, "referredTo": null, "labourMinutes": %s}}',
    case when answered then 'ANSWERED_AT_DESK' else 'DONE' end, bench.done(answered, chance), case when answered then desk else technician end,
    case when chance > .7 and not answered then '[{"name": "接头", "unit": "个", "quantity": 1}]' else '[]' end,
    case when answered then 'null' else (10 + floor(chance * 110))::text end)
$$;
create function bench.asked_because(kind text, priority text) returns text language sql immutable parallel safe as $$
  select case when kind = 'HAZARD' then 'HAZARD' when priority = 'EMERGENCY' then 'EMERGENCY' when kind in ('COMPLAINT', 'REPAIR') then kind else 'OTHER' end
$$;
create function bench.said(reopened boolean, outcome text, chance float) returns text language sql immutable parallel safe as $$
  select case when reopened then null when outcome = 'VERIFIED' and chance > .6 then bench.one_of('{好了,很满意,师傅态度很好,修得很快,谢谢}', chance)
    when outcome = 'REFUSED' then '业主不愿接受回访' end
$$;
-- One deadline as the application keeps it.
create function bench.clock(name text, since timestamptz, allowed interval, always boolean, met timestamptz, stopped boolean, held timestamptz)
returns text language sql stable parallel safe as $$
  select format('{"name": "%s", "startedAt": %s, "allowed": "PT%sM", "aroundTheClock": %s, "pauses": %s, "dueAt": %s, "metAt": %s, "stopped": %s}',
    name, bench.iso(since), (extract(epoch from allowed) / 60)::int, to_json(always), case when held is null then '[]' else format('[{"from": %s, "to": null}]', bench.iso(held)) end,
    bench.iso(since + allowed), coalesce(bench.iso(met), 'null'), to_json(stopped))
$$;

-- The lines of each order's timeline, in the order in which they were written.
create view bench.line as
  select s.n, s.company_id, s.id as work_order_id, l.seq, l.type, date_trunc('milliseconds', l.at) as at, l.by, l.round, l.from_status, l.to_status,
    l.reason, l.note, l.visible, l.data, s.desk_id, s.desk_name, s.technician_id, s.technician_name
  from bench.story as s
  cross join lateral (select row_number() over (order by place)::int as seq, written.* from (values
    (1, true, 'REGISTER', s.created_at, 'DESK', 1, null, 'REGISTERED', null, null, false, '{}'),
    (2, s.noted, 'NOTE', s.created_at + .2 * s.tempo, 'DESK', 1, null, null, null,
      bench.one_of('{业主催了一次,已电话告知业主,业主说下午在家,请先联系租户,需要带梯子,请带备件}', s.word_chance), s.extra > .9, '{}'),
    (3, s.dispatched, 'DISPATCH', s.dispatched_at, 'DESK', 1, 'REGISTERED', 'DISPATCHED', null, null, false,
      format('{"assigneeId": "%s", "assigneeName": "%s"}', s.technician_id, s.technician_name)),
    (4, s.accepted, 'ACCEPT', s.accepted_at, 'TECHNICIAN', 1, 'DISPATCHED', 'ACCEPTED', null, null, false, '{}'),
    (5, s.started, 'START', s.started_at, 'TECHNICIAN', 1, 'ACCEPTED', 'IN_PROGRESS', null, null, false, '{}'),
    (6, s.held, 'HOLD', s.held_at, 'TECHNICIAN', 1, 'IN_PROGRESS', 'ON_HOLD', 'WAITING_PARTS', '等配件', false,
      format('{"nextCheckAt": %s}', bench.iso(s.held_at + interval '1 day'))),
    (7, s.held and s.status <> 'ON_HOLD', 'RESUME', s.resumed_at, 'TECHNICIAN', 1, 'ON_HOLD', 'IN_PROGRESS', null, null, false, '{}'),
    (8, s.completed, 'COMPLETE', s.completed_at, case when s.answered then 'DESK' else 'TECHNICIAN' end, 1,
      case when s.answered then 'REGISTERED' else 'IN_PROGRESS' end, 'COMPLETED', null, bench.done(s.answered, s.word_chance), true,
      bench.resolution(s.answered, s.word_chance, s.desk_id, s.technician_id)),
    (9, s.followed, 'FOLLOW_UP_SCHEDULED', s.completed_at, 'SYSTEM', 1, null, null, null, null, false,
      format('{"dueAt": %s, "notBefore": %s, "followUpId": "%s", "policyReason": "%s"}', bench.iso(s.called_at + interval '8 hours'),
        bench.iso(s.completed_at + interval '1 hour'), s.follow_up_id, bench.asked_because(s.kind, s.priority))),
    (10, s.attempts > 1, 'FOLLOW_UP_ATTEMPT', s.called_at - 4 * s.hour, 'DESK', 1, null, null, null, '没人接', false,
      format('{"outcome": "NO_ANSWER", "followUpId": "%s"}', s.follow_up_id)),
    (11, s.attempts > 2, 'FOLLOW_UP_ATTEMPT', s.called_at - 2 * s.hour, 'DESK', 1, null, null, null, null, false,
      format('{"outcome": "NO_ANSWER", "followUpId": "%s"}', s.follow_up_id)),
    (12, s.attempts > 0, 'FOLLOW_UP_ATTEMPT', s.called_at, 'DESK', 1, null, null, null, bench.said(s.reopened, s.outcome, s.word_chance), false,
      case when s.reopened then format('{"comment": "还是有问题", "outcome": "REACHED", "resolved": "NO", "followUpId": "%s", "satisfaction": 2}', s.follow_up_id)
        when s.outcome = 'VERIFIED' then format('{"outcome": "REACHED", "resolved": "YES", "followUpId": "%s", "satisfaction": %s}', s.follow_up_id, 3 + s.n % 3)
        when s.outcome = 'REFUSED' then format('{"outcome": "REFUSED", "followUpId": "%s"}', s.follow_up_id)
        else format('{"outcome": "NO_ANSWER", "followUpId": "%s"}', s.follow_up_id) end),
    (13, s.reopened, 'REOPEN', s.called_at, 'DESK', 2, 'COMPLETED', 'REGISTERED', '回访：未解决。还是有问题', null, false, '{}'),
    (14, s.reopened, 'DISPATCH', s.called_at + .3 * s.tempo, 'DESK', 2, 'REGISTERED', 'DISPATCHED', null, null, false,
      format('{"assigneeId": "%s", "assigneeName": "%s"}', s.technician_id, s.technician_name)),
    (15, s.reopened, 'ACCEPT', s.called_at + .5 * s.tempo, 'TECHNICIAN', 2, 'DISPATCHED', 'ACCEPTED', null, null, false, '{}'),
    (16, s.reopened, 'START', s.called_at + 4 * s.tempo, 'TECHNICIAN', 2, 'ACCEPTED', 'IN_PROGRESS', null, null, false, '{}'),
    (17, s.reopened, 'COMPLETE', s.redone_at, 'TECHNICIAN', 2, 'IN_PROGRESS', 'COMPLETED', null, '整段换新，试用正常', true,
      bench.resolution(false, .99, s.desk_id, s.technician_id)),
    (18, s.reopened, 'FOLLOW_UP_SCHEDULED', s.redone_at, 'SYSTEM', 2, null, null, null, null, false,
      format('{"dueAt": %s, "notBefore": %s, "followUpId": "%s", "policyReason": "REOPENED"}', bench.iso(s.recalled_at + interval '8 hours'),
        bench.iso(s.redone_at + interval '1 hour'), s.second_follow_up_id)),
    (19, s.reopened, 'FOLLOW_UP_ATTEMPT', s.recalled_at, 'DESK', 2, null, null, null, '这次好了', false,
      format('{"outcome": "REACHED", "resolved": "YES", "followUpId": "%s", "satisfaction": 4}', s.second_follow_up_id)),
    (20, s.status = 'CANCELLED', 'CANCEL', s.created_at + .6 * s.tempo, 'DESK', 1, case when s.dispatched then 'DISPATCHED' else 'REGISTERED' end, 'CANCELLED',
      bench.one_of('{业主取消,重复登记,自己修好了}', s.word_chance), null, false, '{}'),
    (21, s.status = 'CLOSED', 'CLOSE', s.closed_at, case when s.followed and s.outcome <> 'WAIVED' then 'DESK' when s.followed then 'MANAGER' else 'SYSTEM' end,
      1 + s.reopened::int, 'COMPLETED', 'CLOSED', s.closed_because, null, false, '{}')
  ) as written (place, happened, type, at, by, round, from_status, to_status, reason, note, visible, data)
  where happened) as l;

create view bench.timeline_entry as
  select company_id, work_order_id, seq, at, type,
    case by when 'DESK' then desk_id when 'MANAGER' then desk_id when 'TECHNICIAN' then technician_id end as actor_id,
    case by when 'TECHNICIAN' then technician_name when 'SYSTEM' then 'Bihuan' else desk_name end as actor_name,
    case by when 'DESK' then 'FRONT_DESK' else by end as actor_role,
    round, from_status, to_status, reason, note, visible, data::jsonb as data
  from bench.line;

create view bench.work_order as
  select s.company_id, s.id, s.number, s.community_id, s.kind, s.status, s.priority, 1 + s.reopened::int as round, s.category_id,
    concat(bench.one_of('{"","","","",家里,麻烦派人看看，,昨天开始，,刚才发现，,老人在家，,第二次报修，,租户反映,业主说}', s.again), s.position, s.fault,
      bench.one_of('{"","","",，请尽快,，比较急,，已经关了总阀,，影响楼下,，下班后在家,，周末来也行,，请先打电话,，上次修过又坏了,，有小孩请小心}', s.word_chance)) as description,
    s.unit_id, s.building_id, s.unit_code, s.position, s.resident_id, s.reporter_name, s.reporter_phone, s.channel,
    case when s.dispatched then s.technician_id end as assignee_id,
    case when s.status = 'ON_HOLD' then 'WAITING_PARTS' end as hold_reason, case when s.status = 'ON_HOLD' then '等配件' end as hold_note,
    case when s.status = 'ON_HOLD' then s.held_at end as hold_since,
    case when s.status = 'ON_HOLD' then s.held_at + interval '1 day' end as hold_next_check_at,
    case when s.status = 'ON_HOLD' then 'IN_PROGRESS' end as hold_held_in,
    case when s.completed then case when s.answered then 'ANSWERED_AT_DESK' else 'DONE' end end as resolution_code,
    case when s.completed then case when s.reopened then '整段换新，试用正常' else bench.done(s.answered, s.word_chance) end end as resolution_text,
    case when s.completed and not s.answered then (10 + floor(s.word_chance * 110))::int end as resolution_labour_minutes,
    case when s.completed then '[]'::jsonb end as resolution_materials,
    case when s.completed then case when s.answered then s.desk_id else s.technician_id end end as resolution_worked_by,
    case when s.status = 'CLOSED' then s.closed_because end as closing_reason,
    case when s.status = 'CLOSED' then date_trunc('milliseconds', s.closed_at) end as closing_at,
    case when s.status = 'CLOSED' and s.followed then s.desk_id end as closing_by,
    case when s.status = 'CLOSED' then case when s.followed then s.desk_name else 'Bihuan' end end as closing_by_name,
    case when s.status = 'CLOSED' then case when s.closed_because = 'WAIVED' then '主管决定免回访' when s.reopened then '这次好了'
      else bench.said(false, s.outcome, s.word_chance) end end as closing_note,
    c.clocks::jsonb as clocks, case when s.status not in ('CLOSED', 'CANCELLED') then c.next_due_at end as next_due_at,
    -- What has long been due has been announced long ago.
    case when s.status not in ('CLOSED', 'CANCELLED') and c.next_due_at > s.until then c.next_due_at - interval '10 minutes' end as next_announcement_at,
    s.liability::jsonb as liability,
    case when s.reopened then s.second_follow_up_id when s.followed then s.follow_up_id end as follow_up_id,
    decode(md5('nonce ' || s.n), 'hex') as tracking_nonce, sha256(convert_to('link ' || s.n, 'UTF8')) as tracking_hash,
    s.desk_id as registered_by, s.desk_name as registered_by_name,
    1 + s.noted::int + s.dispatched::int + s.accepted::int + s.started::int + s.held::int + (s.held and s.status <> 'ON_HOLD')::int + s.completed::int
      + s.followed::int + s.attempts + 7 * s.reopened::int + (s.status in ('CLOSED', 'CANCELLED'))::int as last_seq,
    s.created_at, date_trunc('milliseconds', case s.status when 'CLOSED' then s.closed_at when 'CANCELLED' then s.created_at + .6 * s.tempo
      when 'COMPLETED' then s.completed_at when 'ON_HOLD' then s.held_at when 'IN_PROGRESS' then s.started_at when 'ACCEPTED' then s.accepted_at
      when 'DISPATCHED' then s.dispatched_at else s.created_at end) as updated_at,
    (s.dispatched::int + s.accepted::int + s.started::int + s.completed::int + 7 * s.reopened::int + (s.status in ('CLOSED', 'CANCELLED'))::int)::bigint as version
  from bench.story as s
  cross join lateral (
    select s.status in ('CLOSED', 'CANCELLED') as ended, case when s.reopened then s.called_at else s.created_at end as since,
      case when s.reopened then s.called_at + .3 * s.tempo when s.dispatched then s.dispatched_at end as dispatched_at,
      case when s.reopened then s.called_at + .5 * s.tempo when s.accepted then s.accepted_at end as accepted_at,
      case when s.reopened then s.called_at + 4 * s.tempo when s.started then s.started_at end as started_at,
      case when s.reopened then s.redone_at when s.completed then s.completed_at end as completed_at,
      s.priority in ('EMERGENCY', 'URGENT') as always,
      case s.priority when 'EMERGENCY' then interval '5 minutes' when 'URGENT' then interval '15 minutes' when 'NORMAL' then interval '30 minutes'
        else interval '4 hours' end as soon,
      case s.priority when 'EMERGENCY' then interval '15 minutes' when 'URGENT' then interval '1 hour' when 'NORMAL' then interval '9.5 hours'
        else interval '28.5 hours' end as there,
      case s.priority when 'EMERGENCY' then interval '24 hours' when 'URGENT' then interval '24 hours' when 'NORMAL' then interval '28.5 hours'
        else interval '66.5 hours' end as done
  ) as t
  cross join lateral (
    select concat('[', concat_ws(', ',
        bench.clock('DISPATCH', since, soon, always, coalesce(t.dispatched_at, t.completed_at), ended and coalesce(t.dispatched_at, t.completed_at) is null, null),
        bench.clock('ARRIVE', since, there, always, coalesce(t.started_at, t.completed_at), ended and coalesce(t.started_at, t.completed_at) is null, null),
        bench.clock('FINISH', since, done, always, t.completed_at, ended and t.completed_at is null, case when s.status = 'ON_HOLD' then s.held_at end),
        case when t.dispatched_at is not null then
          bench.clock('ACCEPT', t.dispatched_at, soon, always, t.accepted_at, ended and t.accepted_at is null, null) end,
        case when s.followed then bench.clock('FOLLOW_UP', t.completed_at, interval '30 hours', true,
          case when s.status = 'CLOSED' and s.outcome <> 'WAIVED' then s.closed_at end, s.outcome is not distinct from 'WAIVED', null) end), ']') as clocks,
      least(case when t.dispatched_at is null then since + soon end, case when t.dispatched_at is not null and t.accepted_at is null then t.dispatched_at + soon end,
        case when t.started_at is null and t.completed_at is null then since + there end,
        case when t.completed_at is null and s.status <> 'ON_HOLD' then since + done end,
        case when s.followed then t.completed_at + interval '30 hours' end) as next_due_at
  ) as c;

create view bench.follow_up as
  select company_id, follow_up_id as id, community_id, s.id as work_order_id, 1 as round,
    case when status = 'COMPLETED' then 'SCHEDULED' when reopened then 'DONE' when outcome = 'UNREACHABLE' then 'EXHAUSTED' when outcome = 'WAIVED' then 'WAIVED'
      else 'DONE' end as status,
    bench.asked_because(kind, priority) as policy_reason, 3 as max_attempts, completed_at + interval '1 hour' as not_before,
    completed_at + interval '30 hours' as due_at, completed_at + interval '30 hours' as original_due_at, attempts as attempt_count,
    case when status = 'COMPLETED' or (outcome = 'UNREACHABLE' and not reopened) then attempts else greatest(attempts - 1, 0) end as not_reached_count,
    case when attempts = 0 then null when reopened or outcome = 'VERIFIED' then 'REACHED' when outcome = 'REFUSED' then 'REFUSED' else 'NO_ANSWER' end as last_outcome,
    case when attempts = 0 then null when reopened then 'NO' when outcome = 'VERIFIED' then 'YES' end as verdict_resolved,
    case when attempts = 0 then null when reopened then 2 when outcome = 'VERIFIED' then 3 + n % 3 end::int as verdict_satisfaction,
    case when attempts > 0 and not reopened and outcome = 'VERIFIED' then bench.said(false, outcome, word_chance) end as verdict_comment,
    case when status = 'CLOSED' then date_trunc('milliseconds', called_at) end as ended_at, completed_at as created_at,
    case when status = 'CLOSED' then called_at else completed_at end as updated_at, (attempts + 1)::bigint as version
  from bench.story as s where followed
  union all
  select company_id, second_follow_up_id, community_id, id, 2, 'DONE', 'REOPENED', 3, redone_at + interval '1 hour', redone_at + interval '30 hours',
    redone_at + interval '30 hours', 1, 0, 'REACHED', 'YES', 4, '这次好了', date_trunc('milliseconds', recalled_at), redone_at, recalled_at, 1
  from bench.story where reopened;

create view bench.follow_up_attempt as
  select f.company_id, f.id as follow_up_id, k as seq,
    date_trunc('milliseconds', case when k = f.attempt_count then coalesce(f.ended_at, f.updated_at + interval '2 hours') else f.created_at + k * interval '3 hours' end) as at,
    s.desk_id as by_id, s.desk_name as by_name, case when k = f.attempt_count then f.last_outcome else 'NO_ANSWER' end as outcome, s.reporter_phone as phone,
    case when k = f.attempt_count then f.verdict_resolved end as verdict_resolved,
    case when k = f.attempt_count then f.verdict_satisfaction end as verdict_satisfaction,
    case when k = f.attempt_count then f.verdict_comment end as verdict_comment
  from bench.follow_up as f join bench.story as s on s.id = f.work_order_id, generate_series(1, f.attempt_count) as k;

create view bench.interaction as
  select company_id, interaction_id as id, community_id, channel, 'INBOUND' as direction, created_at - interval '90 seconds' as started_at,
    created_at + interval '2 minutes' as ended_at, case when channel = 'CALL' then (3 + floor(word_chance * word_chance * 30))::int end as ring_seconds,
    resident_id, reporter_name as caller_name, reporter_phone as phone, unit_id, unit_code,
    case when word_chance > .7 then bench.one_of('{业主很着急,语气平和,要求当天处理,问上次的进度,普通话不太好,替邻居打的}', fault_chance) end as notes,
    desk_id as taken_by, desk_name as taken_by_name, created_at, created_at as updated_at
  from bench.story where channel in ('CALL', 'VISIT')
  union all
  select company_id, bench.uid(called_at, 'second call ' || n), community_id, 'CALL', 'INBOUND', started_at, started_at + interval '1 minute',
    (3 + floor(word_chance * 20))::int, resident_id, reporter_name, reporter_phone, null, null, '催问工单 ' || number || ' 的进度', desk_id, desk_name, started_at, started_at
  from bench.story where started and n % 6 = 0;
create view bench.interaction_work_order as
  select company_id, interaction_id, id as work_order_id, 0 as place from bench.story where channel in ('CALL', 'VISIT');

-- What is told to whom: nobody here has given a mail address.
create view bench.message as
  select company_id, bench.uid(created_at, 'received ' || n) as id, 'RECEIVED' as kind, id || ':1' as event_key, 'resident:' || resident_id as recipient_key,
    id as work_order_id, null::uuid as account_id, resident_id, reporter_name as recipient_name, reporter_phone as phone, 'zh-CN' as language,
    'NONE' as channel, 'LOGGED' as state, 'NO_ADDRESS' as reason,
    format('{"ZONE": "Asia/Shanghai", "MATTER": "%s", "NUMBER": "%s", "PRIORITY": "%s"}', kind, number, priority)::jsonb as facts, created_at, created_at as not_before,
    null::timestamptz as read_at
  from bench.story where resident_id is not null
  union all
  select company_id, bench.uid(dispatched_at, 'offered ' || n), 'OFFERED', id || ':2', 'account:' || technician_id, id, technician_id, null, technician_name, null, 'zh-CN',
    'INBOX', 'LOGGED', 'NO_ADDRESS',
    format('{"CODE": "DISPATCH", "ZONE": "Asia/Shanghai", "PLACE": "%s", "MATTER": "%s", "NUMBER": "%s", "PERSON": "%s", "PRIORITY": "%s"}',
      concat_ws(' ', unit_code, position), kind, number, reporter_name, priority)::jsonb, dispatched_at, dispatched_at,
    case when age > 2 then dispatched_at + interval '10 minutes' end
  from bench.story where dispatched
  union all
  select company_id, bench.uid(completed_at, 'done ' || n), 'DONE', id || ':5', 'resident:' || resident_id, id, null, resident_id, reporter_name, reporter_phone, 'zh-CN',
    'NONE', 'LOGGED', 'NO_ADDRESS', format('{"CODE": "DONE", "ZONE": "Asia/Shanghai", "MATTER": "%s", "NUMBER": "%s", "PRIORITY": "%s"}', kind, number, priority)::jsonb,
    completed_at, completed_at, null
  from bench.story where completed and resident_id is not null;

create view bench.announcement as
  select company_id, bench.uid(created_at, 'announcement ' || n) as id, id as work_order_id, 1 as round, 'DISPATCH' as clock, created_at + interval '30 minutes' as due_at,
    80 as percent, created_at + interval '24 minutes' as passed_at, created_at + interval '24 minutes' as announced_at, array[desk_id] as audience
  from bench.story where priority = 'NORMAL' and n % 5 = 0;

-- What is kept for some days only.
create view bench.event as
  select company_id, 1000000000 + row_number() over (order by at) as id, bench.uid(at, 'event ' || n || ':' || seq) as uid, 'workOrder.' || case type when 'REGISTER' then
      'registered' when 'DISPATCH' then 'dispatched' when 'ACCEPT' then 'accepted' when 'START' then 'started' when 'COMPLETE' then 'completed' else 'closed' end as type,
    (select community_id from bench.story as s where s.n = l.n) as community_id, work_order_id, technician_id as assignee_id, at,
    format('{"seq": %s, "type": "%s", "workOrderId": "%s"}', seq, type, work_order_id)::jsonb as data
  from bench.line as l
  where type in ('REGISTER', 'DISPATCH', 'ACCEPT', 'START', 'COMPLETE', 'CLOSE') and n > (select max(n) * .995 from bench.story);
create view bench.job as
  select company_id, bench.uid(completed_at, 'job ' || n) as id, 'REMIND_OF_FOLLOW_UP' as kind, follow_up_id || ':0' as key, 'DONE' as state,
    completed_at as run_at, format('{"attempts": "0", "followUp": "%s"}', follow_up_id)::jsonb as data, 1 as attempts, completed_at as created_at,
    completed_at as finished_at
  from bench.story where followed and n > (select max(n) * .99 from bench.story);

create table bench.loading (place int primary key, target text not null, source text not null);
insert into bench.loading values (-3, 'community', 'community_rows'), (-2, 'account', 'account'), (-1, 'sign_in_name', 'sign_in_name'), (0, 'account_community', 'account_community'),
  (1, 'building', 'building'), (2, 'unit', 'unit_rows'), (3, 'resident', 'resident_rows'), (4, 'occupancy', 'occupancy'),
  (5, 'work_order', 'work_order'), (6, 'timeline_entry', 'timeline_entry'), (7, 'follow_up', 'follow_up'), (8, 'follow_up_attempt', 'follow_up_attempt'),
  (9, 'interaction', 'interaction'), (10, 'interaction_work_order', 'interaction_work_order'), (11, 'message', 'message'),
  (12, 'announcement', 'announcement'), (13, 'event', 'event'), (14, 'job', 'job');

-- Indexes that no constraint needs wait until the rows are in; they come back as they were.
create table bench.index as
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indrelid
  where relname in (select target from bench.loading union all values ('work_order_words'), ('interaction_words'), ('resident_words')) and relnamespace = 'public'::regnamespace and not indisunique;
create procedure bench.drop_indexes() language plpgsql as $$
declare gone record;
begin
  for gone in select * from bench.index loop execute 'drop index ' || gone.name; end loop;
end $$;
create procedure bench.create_indexes() language plpgsql as $$
declare back record;
begin
  for back in select * from bench.index loop execute back.definition; end loop;
end $$;

-- What the rows that were copied with triggers off would otherwise lack.
create procedure bench.finish() language plpgsql as $$
begin
  perform setval('work_order_number', 100000 + (select orders from bench.company));
  perform setval('event_seq', 2000000000);
  if to_regproc('recount_work_orders') is not null then
    execute 'select recount_work_orders()';
  end if;
  if to_regclass('timeline_unsealed') is not null then
    -- Lines without a hash count as older than the chain; the next one written covers them.
    execute 'insert into timeline_unsealed (company_id, work_order_id, seq) select company_id, id, last_seq from work_order where last_seq > 0 on conflict do nothing';
  end if;
  if to_regclass('search_catch_up') is not null then
    -- By which words things are found is the application's to say: it gives them to what was there before, as after an update.
    execute $ask$
      insert into search_catch_up (company_id, table_name, done_to, last)
      select company_id, name, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
      from bench.company cross join (values ('work_order_words'), ('interaction_words'), ('resident_words')) as t (name)
      on conflict do nothing $ask$;
  end if;
end $$;

-- Words as good as any where only plans are asked for and no application runs.
create function bench.words(community uuid, number text, phone text, code text, name text, words text) returns tsvector
language sql immutable parallel safe as $$
  select array_to_tsvector(array_agg(distinct token)) from (
    select unnest(array['@' || community, 'o:' || number, 'p:' || substr(phone, 4), 'r:' || reverse(substr(phone, 4)), 'u:' || code, 'n:' || name]) as token
    union all
    select substr(words, place, 2) from generate_series(1, length(words) - 1) as place) as t
  where token is not null
$$;
create procedure bench.stand_in_for_the_application() language plpgsql as $$
begin
  if to_regclass('search_catch_up') is not null then
    execute $fill$
      insert into work_order_words (company_id, id, community_id, at, words)
      select company_id, id, community_id, created_at, bench.words(community_id, number, reporter_phone, unit_code, reporter_name, description) from work_order;
      insert into interaction_words (company_id, id, community_id, at, words)
      select company_id, id, community_id, started_at, bench.words(community_id, null, phone, unit_code, caller_name, coalesce(notes, '来电')) from interaction;
      insert into resident_words (company_id, id, at, words)
      select company_id, id, created_at, bench.words(null, null, phone, null, name, name) from resident $fill$;
  end if;
end $$;
