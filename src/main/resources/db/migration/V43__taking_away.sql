-- Two people also take a right away, if it is one by which somebody watches others.
alter table right_request add column away boolean not null default false;
drop index one_open_right_request;
create unique index one_open_right_request on right_request (login, group_name, away)
    where refused_at is null and begun_at is null;

-- Groups that she was in when she was disabled: no others are given back.
alter table disabled_person add column held varchar(64)[] not null default '{}';
