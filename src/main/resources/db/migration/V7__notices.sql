-- What people are to be told by mail, written in the transaction of what happened and sent after it.
create table notice (
    id         bigint generated always as identity primary key,
    event      varchar(40) not null,
    role       varchar(20) not null,
    group_name varchar(64) not null,
    reference  varchar(14),
    moment     timestamptz,
    made_at    timestamptz not null,
    next_at    timestamptz not null,
    failures   integer     not null default 0,
    still_to   text,
    sent_at    timestamptz
);
create index notice_waiting on notice (next_at) where sent_at is null;
create index notice_reference on notice (reference);
