-- Where two people can meet, the second is told that somebody else was first.
alter table allowance add column version integer not null default 0;
alter table travel_claim add column version integer not null default 0;
alter table payment_order add column version integer not null default 0;
alter table payment_run add column version integer not null default 0;
alter table offer add column version integer not null default 0;
alter table orientation_request add column version integer not null default 0;
alter table hold add column version integer not null default 0;

-- A hold is a place that is kept for a while; what is kept and then lived in is an allocation.
alter table hold rename to allocation;
