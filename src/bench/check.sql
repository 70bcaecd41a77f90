-- The rows were copied with triggers at rest: whether they keep to every foreign key, and timelines to their orders, all the same.
do $$
declare
  rule record;
  strays bigint;
begin
  for rule in
    select conname, conrelid::regclass as child, confrelid::regclass as parent,
      (select string_agg(format('c.%I = p.%I', a.attname, b.attname), ' and ' order by place)
       from unnest(conkey, confkey) with ordinality as k (child, parent, place)
       join pg_attribute as a on a.attrelid = conrelid and a.attnum = k.child
       join pg_attribute as b on b.attrelid = confrelid and b.attnum = k.parent) as same,
      (select string_agg(format('c.%I is not null', attname), ' and ') from pg_attribute
       where attrelid = conrelid and attnum = any (conkey)) as given
    from pg_constraint
    where contype = 'f' and conrelid::regclass::text in (select target from bench.loading)
  loop
    execute format('select count(*) from %s as c where %s and not exists (select from %s as p where %s)', rule.child, rule.given, rule.parent, rule.same)
      into strays;
    if strays > 0 then
      raise exception '% rows of % break %', strays, rule.child, rule.conname;
    end if;
  end loop;
  select count(*) into strays from work_order as w
  left join (select work_order_id, count(*) as lines, max(seq) as last from timeline_entry group by 1) as t on t.work_order_id = w.id
  where t.lines is distinct from w.last_seq or t.last is distinct from w.last_seq;
  if strays > 0 then
    raise exception 'the timelines of % orders are not as long as they say', strays;
  end if;
end $$;
