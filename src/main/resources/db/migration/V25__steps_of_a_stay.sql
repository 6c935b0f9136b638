-- What is worked on during a stay: the next steps with their day, and what was done.
create table stay_step (
    id        bigint generated always as identity primary key,
    reference varchar(14) not null references case_file on update cascade,
    kind      varchar(20) not null,
    with_whom varchar(20),
    due_on    date,
    done_on   date,
    noted_by  varchar(64) not null,
    noted_at  timestamptz not null,
    version   integer     not null default 0
);
create index stay_step_open on stay_step (reference, due_on) where done_on is null;
create index stay_step_reference on stay_step (reference, noted_at);
