-- A refresh token now bears a mark of its session, so that all earlier ones are known and not only the last.
alter table sign_in_session drop column previous_refresh_hash;
