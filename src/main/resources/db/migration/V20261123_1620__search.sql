-- By what things are found: words of texts, and names, phones, codes and numbers in the forms people type them (ADR 0016).
-- In tables of their own, so that a work order that only changes its status does not write its words again. The keys are
-- checked at the end of the transaction, because the words are written before the session writes the thing.

create table work_order_words (
  company_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  at timestamptz not null, -- when it was recorded
  words tsvector not null,
  primary key (company_id, id),
  foreign key (company_id, id) references work_order (company_id, id) deferrable initially deferred
);
create index work_order_words_newest on work_order_words (company_id, community_id, at desc, id desc);
-- A short list of what is not yet sorted in: quick to look through, quick to sort in.
create index work_order_by_words on work_order_words using gin (words) with (gin_pending_list_limit = 512);

create table interaction_words (
  company_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  at timestamptz not null, -- when it began
  words tsvector not null,
  primary key (company_id, id),
  foreign key (company_id, id) references interaction (company_id, id) deferrable initially deferred
);
create index interaction_words_newest on interaction_words (company_id, community_id, at desc, id desc);
create index interaction_by_words on interaction_words using gin (words) with (gin_pending_list_limit = 512);

create table resident_words (
  company_id uuid not null,
  id uuid not null,
  community_id uuid check (community_id is null), -- where somebody lives is told by the occupancies
  at timestamptz not null,
  words tsvector not null,
  primary key (company_id, id),
  foreign key (company_id, id) references resident (company_id, id) deferrable initially deferred
);
create index resident_by_words on resident_words using gin (words) with (gin_pending_list_limit = 512);

-- Residents are found by these words now.
drop index resident_by_part_of_name;
drop function search_grams(text);
drop function name_grams(text);

-- What people say of 3-2-1202 for short: 2-1202, 1202, and 3~1202 without the entrance.
create function unit_parts(code_key text) returns text[]
  language sql immutable strict parallel safe
  return array(
    select array_to_string(part[i:cardinality(part)], '-')
    from (select string_to_array(code_key, '-') as part) as split, generate_series(2, cardinality(part)) as i
    union all
    select part[1] || '~' || part[cardinality(part)]
    from (select string_to_array(code_key, '-') as part) as split where cardinality(part) > 2);
create index unit_by_part_of_code on unit using gin (unit_parts(code_key));

-- What was there before these tables gets its words in the background, a few at a time; a row is gone when its table is done.
create table search_catch_up (
  company_id uuid not null references company,
  table_name text not null check (table_name in ('work_order_words', 'interaction_words', 'resident_words')),
  done_to uuid not null, -- in the order of ids
  last uuid not null,
  primary key (company_id, table_name)
);
insert into search_catch_up (company_id, table_name, done_to, last)
select c.company_id, t.name, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
from company c cross join (values ('work_order_words'), ('interaction_words'), ('resident_words')) as t (name);
