-- Which years of a company's calendar have been filled in, so that each is once, and what somebody took out stays out.
create table calendar_year (
  company_id uuid not null references company,
  year integer not null check (year between 2000 and 9999),
  announced boolean not null, -- by the State Council; else only the days that are certain
  filled_at timestamptz not null,
  primary key (company_id, year)
);
insert into calendar_year (company_id, year, announced, filled_at)
select company_id, extract(year from day), bool_or(source = '国务院办公厅关于部分节假日安排的通知'), now()
from special_day
where source in ('国务院办公厅关于部分节假日安排的通知', '全国年节及纪念日放假办法')
group by 1, 2;
