-- Each line of a timeline carries the hash of itself and of the line before it, and now and then the newest hashes of a company
-- are sealed, so that what was changed, taken away, put in or exchanged is found (src/docs/integrity.md).

-- Without a value, so that a full table is not rewritten: older lines have no hash of their own; the next line of their order,
-- and its next seal, covers them.
alter table timeline_entry add column hash bytea;

-- What is hashed: the hash before, then the line as a JSON array in PostgreSQL's own text of it, in which every value has one
-- form only. The 1 is the number of this form; a line with more columns would need another one.
create function timeline_hash(previous bytea, line timeline_entry) returns bytea language sql stable parallel safe as $$
  select sha256(previous || convert_to(jsonb_build_array(1, line.company_id, line.work_order_id, line.seq,
    (extract(epoch from line.at) * 1000000)::bigint, line.type, line.actor_id, line.actor_name, line.actor_role,
    line.behalf_id, line.behalf_name, line.round, line.from_status, line.to_status, line.reason, line.note, line.visible,
    line.data)::text, 'UTF8'))
$$;

-- The hash of a line; of one from before there were any, what it would be. Null if there is no such line.
-- Volatile, so that it sees the lines that the same statement has just written.
create function timeline_link(company uuid, work_order uuid, line_seq integer) returns bytea language plpgsql volatile as $$
declare
  line timeline_entry;
  link bytea := '';
begin
  select * into line from timeline_entry
  where company_id = company and work_order_id = work_order and seq = line_seq;
  if line.hash is not null or line.seq is null then
    return line.hash;
  end if;
  for line in select * from timeline_entry
    where company_id = company and work_order_id = work_order and seq <= line_seq order by seq
  loop
    link := coalesce(line.hash, timeline_hash(link, line));
  end loop;
  return link;
end $$;

-- Lines that no seal covers yet. Without foreign keys: a line that has gone must still be missed.
create table timeline_unsealed (
  company_id uuid not null,
  work_order_id uuid not null,
  seq integer not null,
  primary key (company_id, work_order_id, seq)
);
revoke update, truncate on timeline_unsealed from bihuan_application;

-- Whatever writes a line, and whatever hash it brings along.
create function link_timeline_entry() returns trigger language plpgsql as $$
declare
  previous bytea := '';
begin
  if new.seq > 1 then
    select hash into previous from timeline_entry
    where company_id = new.company_id and work_order_id = new.work_order_id and seq = new.seq - 1;
    if not found then
      raise exception 'line % has no line before it', new.seq using errcode = 'restrict_violation';
    end if;
    previous := coalesce(previous, timeline_link(new.company_id, new.work_order_id, new.seq - 1));
  end if;
  new.hash := timeline_hash(previous, new);
  insert into timeline_unsealed (company_id, work_order_id, seq) values (new.company_id, new.work_order_id, new.seq);
  return new;
end $$;
create trigger timeline_is_linked before insert on timeline_entry
  for each row execute function link_timeline_entry();

-- What stood at the end of the timelines that had grown since the seal before.
create table timeline_seal (
  company_id uuid not null references company,
  no integer not null check (no >= 1),
  sealed_at timestamptz not null,
  orders integer not null check (orders >= 1),
  hash bytea not null check (length(hash) = 32), -- over the seal before it and all of its heads
  primary key (company_id, no)
);
create table timeline_sealed_head (
  company_id uuid not null,
  work_order_id uuid not null,
  seq integer not null check (seq >= 1),
  seal_no integer not null,
  hash bytea not null check (length(hash) = 32),
  primary key (company_id, work_order_id, seq, seal_no),
  foreign key (company_id, seal_no) references timeline_seal (company_id, no)
);
revoke update, delete, truncate on timeline_seal, timeline_sealed_head from bihuan_application;
create trigger seals_stay before update or delete or truncate on timeline_seal
  for each statement execute function refuse_rewriting_history();
create trigger sealed_heads_stay before update or delete or truncate on timeline_sealed_head
  for each statement execute function refuse_rewriting_history();
