-- Hibernate loads where somebody works by the account alone, which is unique in the installation; the primary key begins with
-- the company and would be read from end to end.
create index account_community_by_account on account_community (account_id, community_id);
