-- What belongs to the installation and to no company: everything else has company_id first in its primary key.

-- The role the application works as. It owns nothing, so it can be kept from rewriting history.
do $$
begin
  if not exists (select from pg_roles where rolname = 'bihuan_application') then
    create role bihuan_application nologin;
  end if;
  -- Whoever migrates may also act as the application, so that one login is enough to start with.
  if not pg_has_role(current_user, 'bihuan_application', 'SET') then
    execute format('grant bihuan_application to %I', current_user);
  end if;
end $$;

grant usage on schema public to bihuan_application;
alter default privileges in schema public grant select, insert, update, delete on tables to bihuan_application;
alter default privileges in schema public grant usage, select on sequences to bihuan_application;

create table installation_key (
  purpose text primary key,
  key bytea not null
);

create table signing_key (
  id text primary key,
  key bytea not null, -- sealed
  created_at timestamptz not null
);

-- The hash of the token that founds the first company; at most one row, none once it is used.
create table set_up (
  only_row boolean primary key default true check (only_row),
  token_hash text not null
);

-- Usernames are unique in the installation and are asked before any company is known.
create table sign_in_name (
  username_key text primary key,
  company_id uuid not null,
  account_id uuid not null
);
