-- People on leave name a deputy. Days are those of France, both included.
create table leave (
    id           uuid primary key,
    person       varchar(64) not null,
    deputy       varchar(64) not null,
    first_day    date        not null,
    last_day     date        not null,
    begun_at     timestamptz,
    cancelled_at timestamptz,
    constraint somebody_else_covers check (person <> deputy),
    constraint ends_after_it_begins check (last_day >= first_day)
);
create index leave_person on leave (person) where cancelled_at is null;
create index leave_to_begin on leave (first_day) where begun_at is null and cancelled_at is null;

-- Some news is for one person.
alter table notice
    alter column group_name drop not null,
    add column person varchar(64),
    add constraint for_a_group_or_a_person check ((group_name is null) <> (person is null));

-- What cannot wait: one row for a task that must be taken soon. Who is told, as groups of the engine; nothing of a person.
create table alarm (
    id        uuid primary key,
    reference varchar(14),
    task      varchar(64)   not null unique,
    watcher   varchar(64),
    kind      varchar(40)   not null,
    pace      varchar(10)   not null,
    mail      varchar(40),
    told      varchar(64)[] not null,
    raised_at timestamptz   not null,
    raised_by varchar(20)   not null,
    risen     integer       not null default 0,
    taken_at  timestamptz,
    ended_at  timestamptz
);
create index alarm_waiting on alarm (raised_at) where taken_at is null and ended_at is null;
create index alarm_reference on alarm (reference);

-- What a shelter said by telephone, when it said so; and whether it had anybody who could answer by herself.
alter table offer
    add column said_at    timestamptz,
    add column had_people boolean not null default true;

-- Who is on duty for a role, and where her pages go: a name that the pager knows, such as a topic; never a number or an address.
create table duty (
    id        uuid primary key,
    role      varchar(20) not null,
    person    varchar(64) not null,
    page_to   varchar(40) not null,
    begins_at timestamptz not null,
    ends_at   timestamptz not null,
    constraint duty_ends_after_it_begins check (ends_at > begins_at)
);
create index duty_now on duty (role, ends_at);

-- Alarms on their way to a pager, kept until they are taken there.
create table page (
    id        uuid primary key,
    role      varchar(20) not null,
    event     varchar(40) not null,
    reference varchar(14),
    made_at   timestamptz not null,
    next_at   timestamptz not null,
    failures  integer     not null default 0,
    sent_at   timestamptz
);
create index page_waiting on page (next_at) where sent_at is null;
create index page_reference on page (reference);

-- Supervisors see that a shelter is asked, and not which.
update deadline set responsible = 'asked'
where process = 'orientation' and activity = 'timer_offerDue' and responsible like 'org-%';

-- What a sealed value was before somebody replaced it, under the same key of the file: it goes with the key.
create table sealed_value_before (
    id          bigint generated always as identity primary key,
    reference   varchar(14) not null references case_file,
    field       varchar(80) not null,
    ciphertext  bytea       not null,
    sealed_at   timestamptz not null,
    sealed_by   varchar(64) not null,
    replaced_at timestamptz not null,
    replaced_by varchar(64) not null
);
create index sealed_value_before_reference on sealed_value_before (reference);

-- Invitations that were not used yet. The secret of a link is kept as a keyed hash.
create table invitation (
    login       varchar(64)   primary key,
    groups      varchar(64)[] not null,
    newcomer    boolean       not null,
    made_by     varchar(64)   not null,
    made_at     timestamptz   not null,
    told_at     timestamptz,
    token_index bytea unique,
    expires_at  timestamptz
);

-- People who may not log in for now, and the groups that they had.
create table disabled_person (
    login       varchar(64)   primary key,
    groups      varchar(64)[] not null,
    disabled_by varchar(64)   not null,
    disabled_at timestamptz   not null
);

-- An association that telephones may still be vetted: the case is open before the association is entered.
alter table referral drop constraint referral_operator_fkey;

-- Supervisors see the requests first; what happens by itself each night comes last.
create index deadline_open_requests_first
    on deadline ((case kind when 'answer' then 0 when 'retention' then 2 else 1 end), due_at, job) where open;

-- A reference is searched by any part of it, which no order of references helps to find.
drop index deadline_open_reference;

-- For the list of cases: what is due next in each, what happened last, and which are urgent.
create index deadline_next on deadline (reference, due_at) where open and kind not in ('reminder', 'alarm');
drop index case_event_of_case;
create index case_event_of_case on case_event (reference, at);
create index orientation_request_urgent on orientation_request (reference) where urgent;
