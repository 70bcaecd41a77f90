-- A message may find its reader's account disabled. Adding a value to the list cannot be broken by rows that are there.
alter table message drop constraint message_reason_check;
alter table message add constraint message_reason_check check (reason in
  ('NO_ADDRESS', 'NO_MAIL_SERVER', 'NOT_WISHED', 'OVERTAKEN', 'READER_GONE', 'REFUSED', 'GAVE_UP')) not valid;
