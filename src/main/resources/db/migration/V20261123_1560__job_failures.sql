-- What failed and said so is counted apart from what ended without a word: only the first makes the next pause longer.
alter table job add column failures integer not null default 0 check (failures >= 0);
update job set failures = attempts - 1 where state = 'READY' and attempts > 1;
