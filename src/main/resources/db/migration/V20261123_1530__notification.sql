-- The address of one mailbox; the form is checked closer before it gets here (MailAddress).
alter table account add column email text
  check (length(email) <= 254 and email ~ '^[^@[:space:],;<>()"]+@[^@[:space:],;<>()"]+$');
alter table resident add column email text
  check (length(email) <= 254 and email ~ '^[^@[:space:],;<>()"]+@[^@[:space:],;<>()"]+$');

-- The outbox and the delivery log in one: what one person is told about one event, and what has become of it.
create table message (
  company_id uuid not null references company,
  id uuid not null,
  kind text not null check (kind in
    ('RECEIVED', 'COMING', 'WAITING', 'DONE', 'CLOSED', 'UNREACHABLE', 'OFFERED', 'ASSIGNED', 'TAKEN_AWAY', 'WARNED',
     'BREACHED', 'ESCALATED', 'REOPENED', 'DISSATISFIED', 'FOLLOW_UP_DUE', 'CALL_BACK_DUE', 'DIGEST')),
  event_key text not null,
  recipient_key text not null,
  work_order_id uuid,
  account_id uuid,
  resident_id uuid,
  recipient_name text,
  phone text,
  language text not null check (language in ('zh-CN', 'en')),
  channel text not null check (channel in ('MAIL', 'INBOX', 'NONE')),
  address text,
  state text not null check (state in ('QUEUED', 'SENT', 'LOGGED', 'DIGEST', 'SUPPRESSED', 'FAILED')),
  reason text check (reason in
    ('NO_ADDRESS', 'NO_MAIL_SERVER', 'NOT_WISHED', 'OVERTAKEN', 'REFUSED', 'GAVE_UP')),
  facts jsonb not null,
  digest_id uuid,
  created_at timestamptz not null,
  not_before timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  tries integer not null default 0 check (tries >= 0),
  last_error text,
  version bigint not null default 0,
  primary key (company_id, id),
  -- One event is one message for each recipient.
  unique (company_id, event_key, recipient_key),
  foreign key (company_id, work_order_id) references work_order (company_id, id),
  foreign key (company_id, account_id) references account (company_id, id),
  foreign key (company_id, resident_id) references resident (company_id, id),
  foreign key (company_id, digest_id) references message (company_id, id),
  -- Nothing says that it was sent which was not.
  check ((state = 'SENT') = (sent_at is not null)),
  check ((state in ('LOGGED', 'SUPPRESSED', 'FAILED')) = (reason is not null)),
  check (state not in ('QUEUED', 'SENT', 'DIGEST', 'FAILED') or address is not null),
  check (kind <> 'DIGEST' or (account_id is not null and work_order_id is null)),
  check (kind = 'DIGEST' or work_order_id is not null)
);
create index message_of_work_order on message (company_id, work_order_id, id) where work_order_id is not null;
create index message_inbox on message (company_id, account_id, id desc) where account_id is not null;
create index message_unread on message (company_id, account_id, id desc) where account_id is not null and read_at is null;
create index message_for_digest on message (company_id, account_id, id) where state = 'DIGEST' and digest_id is null;
create index message_in_digest on message (company_id, digest_id, id) where digest_id is not null;
revoke delete, truncate on message from bihuan_application;

create table notification_preference (
  company_id uuid not null,
  account_id uuid not null,
  choices jsonb not null,
  quiet_from text check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'),
  quiet_to text check (quiet_to ~ '^[0-2][0-9]:[0-5][0-9]$'),
  digest_at text not null check (digest_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  time_zone text not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  primary key (company_id, account_id),
  foreign key (company_id, account_id) references account (company_id, id),
  check ((quiet_from is null) = (quiet_to is null)),
  check (quiet_from <> quiet_to)
);
