-- What happened in a case: steps that somebody did, clocks that fired, ends that were reached. Of its own history the engine
-- keeps only which instances there were.
create table case_event (
    id         bigint generated always as identity primary key,
    reference  varchar(14) not null,
    at         timestamptz not null,
    definition varchar(64) not null,
    element    varchar(255) not null,
    kind       varchar(5)  not null check (kind in ('STEP', 'CLOCK', 'END')),
    -- Of a step: the task that was done, once.
    task       uuid unique
);
create index case_event_of_case on case_event (reference);

-- Flows that were taken and steps that were done since it was counted last; of whom is not known.
create table passed (
    at         timestamptz not null,
    definition varchar(64) not null,
    element    varchar(255) not null,
    -- Of a step: how long it waited for somebody.
    seconds    bigint
);

-- How often each flow of a version of a process was taken, by month.
create table flow_count (
    process varchar(255) not null,
    version int         not null,
    flow    varchar(255) not null,
    month   date        not null,
    times   bigint      not null,
    primary key (process, version, flow, month)
);

-- How long the steps of a version of a process waited, by month: how many waited up to 2^n seconds and longer than 2^(n - 1).
create table waiting_time (
    process varchar(255) not null,
    version int         not null,
    step    varchar(255) not null,
    month   date        not null,
    n       int         not null,
    times   bigint      not null,
    primary key (process, version, step, month, n)
);
