-- What people with power did: only ever added to, each line bound to the one before it by a keyed hash.
create table audit (
    number   bigint       primary key,
    at       timestamptz  not null,
    act      varchar(40)  not null,
    person   varchar(64)  not null,
    subject  varchar(400) not null,
    detail   varchar(400) not null,
    previous bytea        not null,
    hash     bytea        not null
);
create index audit_person on audit (person, number);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The % log is only added to', tg_table_name;
end
$$;
create trigger audit_is_only_added_to before update or delete or truncate on audit
    for each statement execute function refuse_change();

-- Reading in bulk is counted per person and hour; whoever reads too much is stopped until a supervisor has answered.
create index reveal_person on reveal (person, at);
create table reading_stop (
    id         uuid         primary key,
    person     varchar(64)  not null,
    stopped_at timestamptz  not null,
    freed_at   timestamptz,
    freed_by   varchar(64),
    constraint freed_by_somebody_else check (freed_by is null or freed_by <> person)
);
create unique index one_open_stop on reading_stop (person) where freed_at is null;

-- A login that was deleted is given to nobody else: old lines of the logs would become hers.
create table former_login (
    login   varchar(64) primary key,
    gone_at timestamptz not null
);

-- Who is to be put into a group, by two people; it begins when the coordination has been told.
create table right_request (
    id         uuid        primary key,
    login      varchar(64) not null,
    group_name varchar(64) not null,
    asked_by   varchar(64) not null,
    asked_at   timestamptz not null,
    granted_by varchar(64),
    granted_at timestamptz,
    refused_by varchar(64),
    refused_at timestamptz,
    begun_at   timestamptz,
    constraint two_people_grant check (granted_by is null or granted_by not in (asked_by, login)),
    constraint one_decision check (granted_at is null or refused_at is null)
);
create unique index one_open_right_request on right_request (login, group_name)
    where refused_at is null and begun_at is null;

-- Models that wait for a second person.
create table model_proposal (
    id          uuid         primary key,
    name        varchar(200) not null,
    changes     text         not null,
    proposed_by varchar(64)  not null,
    proposed_at timestamptz  not null,
    state       varchar(20)  not null,
    decided_by  varchar(64),
    decided_at  timestamptz,
    constraint two_people_deploy check (state <> 'RELEASED' or decided_by <> proposed_by)
);
create table model_file (
    proposal uuid         not null references model_proposal,
    name     varchar(400) not null,
    content  bytea        not null,
    primary key (proposal, name)
);

-- What the Modeler deploys with in place of a password: shown once, kept as a hash, short-lived.
create table deployment_token (
    id         uuid        primary key,
    login      varchar(64) not null,
    hash       bytea       not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
