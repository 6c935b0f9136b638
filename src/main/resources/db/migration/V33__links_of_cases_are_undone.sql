-- A link of two cases can be undone: then what it brought goes, too.
alter table same_woman add column avoided varchar(400) not null default '';
-- Kept apart from what was said in the case itself, which stays when a link is undone.
alter table referral add column linked_departments varchar(400) not null default '';
alter table same_woman add column undone_by varchar(64);
alter table same_woman add column undone_at timestamptz;
