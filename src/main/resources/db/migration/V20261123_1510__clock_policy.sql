-- How long each step may take: by category, else by kind and priority, else by priority. Around the clock, or in working time.
create table clock_policy (
  company_id uuid not null references company,
  id uuid not null,
  kind text check (kind in ('REPAIR', 'COMPLAINT', 'VISIT', 'INQUIRY', 'SUGGESTION', 'HAZARD')),
  priority text check (priority in ('EMERGENCY', 'URGENT', 'NORMAL', 'LOW')),
  category_id uuid,
  category_code text,
  clock text not null check (clock in ('DISPATCH', 'ACCEPT', 'ARRIVE', 'FIRST_ANSWER', 'FINISH')),
  allowed_seconds bigint not null check (allowed_seconds between 1 and 5184000), -- 60 days
  around_the_clock boolean not null,
  source text check (length(source) <= 500),
  retired_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, id),
  foreign key (company_id, category_id) references category (company_id, id),
  check ((category_id is null) = (category_code is null)),
  check (kind is null or (category_id is null and priority is not null)),
  check (priority is not null or category_id is not null),
  -- What every other rule falls back to stays.
  check (retired_at is null or category_id is not null or (kind is not null and clock <> 'FIRST_ANSWER'))
);
create unique index clock_policy_of_its_own on clock_policy
  (company_id, clock, coalesce(category_code, ''), coalesce(kind, ''), coalesce(priority, ''));
-- Also those that count no more: clocks were planned by them.
revoke delete, truncate on clock_policy from bihuan_application;

insert into clock_policy (company_id, id, kind, priority, clock, allowed_seconds, around_the_clock, source,
  created_at, updated_at)
select c.company_id, gen_random_uuid(), d.kind, d.priority, d.clock, d.allowed, d.always, d.source, now(), now()
from company c cross join (values
  (null::text, 'EMERGENCY', 'DISPATCH', 300, true, '内部规定，保证按时到场 · House rule, so that somebody arrives in time'),
  (null, 'EMERGENCY', 'ACCEPT', 300, true, '内部规定，保证按时到场 · House rule, so that somebody arrives in time'),
  (null, 'EMERGENCY', 'ARRIVE', 900, true, '北京市住宅物业服务标准（2025）：15分钟内到场 · Beijing residential property service standard 2025: on site in 15 minutes'),
  (null, 'EMERGENCY', 'FINISH', 86400, true, '原建设部规定：家庭水电当夜修复 · Former ministry rule: household water and power the same night'),
  (null, 'URGENT', 'DISPATCH', 900, true, '内部规定，保证按时到场 · House rule, so that somebody arrives in time'),
  (null, 'URGENT', 'ACCEPT', 900, true, '内部规定，保证按时到场 · House rule, so that somebody arrives in time'),
  (null, 'URGENT', 'ARRIVE', 3600, true, '物业管理协会服务等级标准：急修30至60分钟到场 · Association grade standard: urgent repair within 30 to 60 minutes'),
  (null, 'URGENT', 'FINISH', 86400, true, '内部规定 · House rule'),
  (null, 'NORMAL', 'DISPATCH', 1800, false, '内部规定 · House rule'),
  (null, 'NORMAL', 'ACCEPT', 1800, false, '内部规定 · House rule'),
  (null, 'NORMAL', 'ARRIVE', 34200, false, '内部规定 · House rule'),
  (null, 'NORMAL', 'FINISH', 102600, false, '原建设部规定：小修3天内完成 · Former ministry rule: small repairs within 3 days'),
  (null, 'LOW', 'DISPATCH', 14400, false, '内部规定 · House rule'),
  (null, 'LOW', 'ACCEPT', 14400, false, '内部规定 · House rule'),
  (null, 'LOW', 'ARRIVE', 102600, false, '内部规定 · House rule'),
  (null, 'LOW', 'FINISH', 239400, false, '内部规定 · House rule'),
  ('COMPLAINT', 'NORMAL', 'DISPATCH', 1800, false, '内部规定 · House rule'),
  ('COMPLAINT', 'LOW', 'DISPATCH', 1800, false, '内部规定 · House rule'),
  ('COMPLAINT', 'NORMAL', 'ACCEPT', 3600, false, '内部规定 · House rule'),
  ('COMPLAINT', 'LOW', 'ACCEPT', 3600, false, '内部规定 · House rule'),
  ('COMPLAINT', 'NORMAL', 'FIRST_ANSWER', 14400, false, '北京市住宅物业服务标准（2025）：4小时内告知处理情况 · Beijing 2025: state of handling to the owner within 4 hours'),
  ('COMPLAINT', 'LOW', 'FIRST_ANSWER', 14400, false, '北京市住宅物业服务标准（2025）：4小时内告知处理情况 · Beijing 2025: state of handling to the owner within 4 hours'),
  ('COMPLAINT', 'NORMAL', 'FINISH', 102600, false, '内部规定 · House rule'),
  ('COMPLAINT', 'LOW', 'FINISH', 102600, false, '内部规定 · House rule'),
  ('COMPLAINT', 'EMERGENCY', 'FIRST_ANSWER', 14400, true, '北京市住宅物业服务标准（2025）：4小时内告知处理情况 · Beijing 2025: state of handling to the owner within 4 hours'),
  ('COMPLAINT', 'URGENT', 'FIRST_ANSWER', 14400, true, '北京市住宅物业服务标准（2025）：4小时内告知处理情况 · Beijing 2025: state of handling to the owner within 4 hours')
) as d (kind, priority, clock, allowed, always, source);
