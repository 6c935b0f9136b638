-- Whoever names herself as escort reads the address once somebody else confirmed her.
alter table journey
    add column planned_by varchar(64),
    add column confirmed_by varchar(64),
    add constraint confirmed_by_somebody_else check (confirmed_by is null or confirmed_by <> escort);
