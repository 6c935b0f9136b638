-- Whoever gave an address up does not decide alone on the places that are lost with it.
alter table shelter add column retired_by varchar(64);
