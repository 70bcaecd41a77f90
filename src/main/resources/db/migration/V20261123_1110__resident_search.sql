-- Finds residents among very many: by community in the order of lists, and by any part of their name.

alter table unit add unique (company_id, community_id, id);

alter table occupancy add column community_id uuid;
update occupancy o set community_id = u.community_id from unit u where u.company_id = o.company_id and u.id = o.unit_id;
alter table occupancy alter column community_id set not null;
alter table occupancy drop constraint occupancy_company_id_unit_id_fkey;
alter table occupancy
  add foreign key (company_id, community_id, unit_id) references unit (company_id, community_id, id);
create index occupancy_by_community on occupancy (company_id, community_id, resident_id);

-- Chinese names are two or three characters long, and people search by one or two of them: too short for trigrams.
create function name_grams(name text) returns text[]
  language sql immutable strict parallel safe
  return array(
    select distinct substr(folded, at, width)
    from (select lower(name) as folded) as one,
      generate_series(1, length(folded)) as at,
      generate_series(1, 2) as width
    where at + width - 1 <= length(folded));

-- What a name must have among its grams to contain the text.
create function search_grams(part text) returns text[]
  language sql immutable strict parallel safe
  return array(
    select distinct substr(folded, at, least(2, length(folded)))
    from (select lower(part) as folded) as one,
      generate_series(1, greatest(1, length(folded) - 1)) as at);

create index resident_by_part_of_name on resident using gin (name_grams(name));
drop index resident_by_name;
