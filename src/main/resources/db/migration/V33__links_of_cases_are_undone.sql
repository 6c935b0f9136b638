-- A link of two cases can be undone: then what it brought goes, too.
alter table same_woman add column avoided varchar(400) not null default '';
alter table same_woman add column undone_by varchar(64);
alter table same_woman add column undone_at timestamptz;
