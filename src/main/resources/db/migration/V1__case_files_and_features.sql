-- What says who or where somebody is lives in sealed_value, encrypted with the key of its file.
create table case_file (
    reference   varchar(14) primary key,
    wrapped_key bytea       not null,
    opened_at   timestamptz not null,
    opened_by   varchar(64) not null
);

create table sealed_value (
    reference  varchar(14) not null references case_file,
    field      varchar(80) not null,
    ciphertext bytea       not null,
    sealed_at  timestamptz not null,
    sealed_by  varchar(64) not null,
    primary key (reference, field)
);

create table reveal (
    id        bigint generated always as identity primary key,
    at        timestamptz  not null,
    person    varchar(64)  not null,
    reference varchar(14)  not null,
    fields    varchar(2000) not null,
    task      varchar(64)  not null
);

create table organisation (
    code           varchar(20) primary key,
    kind           varchar(20) not null,
    file_reference varchar(14) not null references case_file,
    proposed_by    varchar(64) not null,
    approved_by    varchar(64) not null,
    entered_at     timestamptz not null,
    constraint two_people_register check (proposed_by <> approved_by)
);

create table referral (
    reference         varchar(14) primary key references case_file,
    operator          varchar(20) not null references organisation,
    person_key        bytea       not null,
    opened_at         timestamptz not null,
    danger_department varchar(3),
    avoid_departments varchar(400) not null default '',
    children_count    integer     not null default 0 check (children_count between 0 and 12),
    baby_count        integer     not null default 0 check (baby_count between 0 and children_count),
    pregnant          boolean     not null default false,
    step_free         boolean     not null default false,
    language          varchar(10),
    commitment_full   boolean     not null default false,
    arrival_date      date,
    outcome           varchar(40),
    closed_at         timestamptz,
    version           integer     not null default 0,
    constraint closed_with_outcome check ((outcome is null) = (closed_at is null))
);
create index referral_person on referral (person_key);

create table shelter (
    code              varchar(12) primary key,
    department        varchar(3)  not null,
    accepts_children  boolean     not null,
    cots              integer     not null check (cots >= 0),
    accepts_pregnancy boolean     not null,
    step_free         boolean     not null,
    languages         varchar(200) not null,
    file_reference    varchar(14) not null references case_file,
    entered_at        timestamptz not null
);

-- A place is numbered, so that the database itself keeps holds within the places of a shelter.
create table place (
    shelter varchar(12) not null references shelter,
    number  integer     not null,
    in_service boolean  not null default true,
    primary key (shelter, number)
);

create table hold (
    id          uuid primary key,
    reference   varchar(14) not null references referral,
    shelter     varchar(12) not null,
    number      integer     not null,
    occupied    boolean     not null default false,
    held_at     timestamptz not null,
    released_at timestamptz,
    foreign key (shelter, number) references place (shelter, number)
);
create unique index one_hold_per_place on hold (shelter, number) where released_at is null;
create index hold_reference on hold (reference) where released_at is null;

create table orientation_request (
    id           uuid primary key,
    reference    varchar(14) not null references referral,
    submitted_at timestamptz not null,
    due_at       timestamptz not null,
    reminded_at  timestamptz,
    late_at      timestamptz,
    answered_at  timestamptz,
    outcome      varchar(40),
    answered_by  varchar(64),
    constraint answered_with_outcome check ((outcome is null) = (answered_at is null))
);
create unique index one_open_request on orientation_request (reference) where answered_at is null;

create table relaxation (
    id         bigint generated always as identity primary key,
    request    uuid        not null references orientation_request,
    constraint_name varchar(40) not null,
    relaxed_by varchar(64) not null,
    relaxed_at timestamptz not null
);

create table offer (
    id             uuid primary key,
    request        uuid        not null references orientation_request,
    shelter        varchar(12) not null references shelter,
    round          integer     not null,
    position       integer     not null,
    state          varchar(20) not null,
    decline_reason varchar(20),
    opened_at      timestamptz not null,
    ended_at       timestamptz,
    answered_by    varchar(64),
    unique (request, round, position),
    unique (request, round, shelter)
);

create table journey (
    id          uuid primary key,
    reference   varchar(14) not null references referral,
    shelter     varchar(12) not null references shelter,
    escort      varchar(64) not null,
    departure_at timestamptz not null,
    arrival_expected_at timestamptz not null,
    departed_at timestamptz,
    alarm_at    timestamptz,
    ended_at    timestamptz,
    outcome     varchar(20),
    constraint arrives_after_departure check (arrival_expected_at >= departure_at)
);
create unique index one_open_journey on journey (reference) where ended_at is null;

create table allowance (
    id             uuid primary key,
    reference      varchar(14) not null references referral,
    person_key     bytea       not null,
    amount_cents   integer     not null check (amount_cents > 0),
    state          varchar(20) not null,
    granted_at     timestamptz not null,
    approved_by    varchar(64),
    handed_over_by varchar(64),
    handed_over_on date,
    constraint two_people_pay check (approved_by is null or handed_over_by is null or approved_by <> handed_over_by),
    constraint handed_over_after_approval check (state <> 'HANDED_OVER' or (approved_by is not null and handed_over_by is not null))
);
create unique index one_allowance_per_person on allowance (person_key) where state in ('GRANTED', 'APPROVED', 'HANDED_OVER');

create table travel_claim (
    id            uuid primary key,
    reference     varchar(14) not null references referral,
    operator      varchar(20) not null references organisation,
    person_cents  integer     not null default 0 check (person_cents >= 0),
    escort_cents  integer     not null default 0 check (escort_cents >= 0),
    receipts      integer     not null default 0,
    travelled_on  date,
    own_account   boolean     not null default true,
    state         varchar(20) not null,
    opened_at     timestamptz not null,
    submitted_by  varchar(64),
    checked_by    varchar(64),
    approved_by   varchar(64),
    constraint two_people_check check (checked_by is null or submitted_by is null or checked_by <> submitted_by),
    constraint two_people_approve check (approved_by is null or (approved_by <> submitted_by and approved_by <> checked_by))
);

create table payment_run (
    reference      varchar(14) primary key references case_file,
    execution_date date        not null,
    state          varchar(20) not null,
    started_by     varchar(64) not null,
    started_at     timestamptz not null,
    released_by    varchar(64),
    sha256         varchar(64),
    constraint two_people_release check (released_by is null or released_by <> started_by)
);

create table payment_order (
    id            uuid primary key,
    claim         uuid        not null references travel_claim,
    end_to_end_id varchar(35) not null unique,
    amount_cents  integer     not null check (amount_cents > 0),
    state         varchar(20) not null,
    run           varchar(14) references payment_run,
    line          integer,
    bank_reason   varchar(40),
    ordered_at    timestamptz not null
);
create unique index one_live_order_per_claim on payment_order (claim) where state in ('WAITING', 'SENT', 'PAID');

create table permit (
    reference   varchar(14) primary key references referral,
    opened_at   timestamptz not null,
    valid_from  date,
    valid_until date,
    months      integer,
    outcome     varchar(40),
    closed_at   timestamptz
);

-- The supervisors' read model of the clocks: one row per timer of the engine, written in the same transaction as the timer.
create table deadline (
    job         varchar(64) primary key,
    reference   varchar(14),
    process     varchar(64) not null,
    instance    varchar(64) not null,
    activity    varchar(100) not null,
    started_at  timestamptz not null,
    due_at      timestamptz not null,
    state       varchar(12) not null,
    ended_at    timestamptz
);
create index deadline_running on deadline (due_at) where state = 'RUNNING';
create index deadline_reference on deadline (reference);
