-- Who proposed that she goes, and who answered. What was said is sealed in the case file.
create table leaving (
    id           uuid primary key,
    reference    varchar(14) not null references case_file on update cascade,
    kind         varchar(20) not null,
    destination  varchar(40),
    leaving_day  date,
    next_contact date,
    clause       varchar(20),
    proposed_by  varchar(64) not null,
    proposed_as  varchar(20) not null,
    proposed_at  timestamptz not null,
    instance     varchar(64) not null,
    answered_by  varchar(64),
    answered_at  timestamptz,
    answer       varchar(20),
    version      integer     not null default 0,
    constraint somebody_else_answers check (answered_by <> proposed_by or answer = 'found')
);
create unique index leaving_one_at_a_time on leaving (reference) where answered_at is null;
create index leaving_reference on leaving (reference, answered_at);
create index leaving_instance on leaving (instance);
