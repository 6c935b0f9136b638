-- Code of why a request was refused, for the yearly report.
alter table orientation_request add column refusal_motive varchar(40);
