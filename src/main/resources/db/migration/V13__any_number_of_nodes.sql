-- Logins live here, so that any node serves them (tables of Spring Session). What they hold is encrypted.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- Which keys this installation was begun with, so that a node with others does not start: what one of them says of a fixed word.
create table installation_key (
    name varchar(10) primary key,
    mark bytea not null
);

-- Clocks and jobs that do not run by themselves: found by the watch, told to the supervisors, tried again.
create table stuck_job (
    job       varchar(64) primary key,
    reference varchar(14),
    since     timestamptz not null,
    told_at   timestamptz,
    tried_at  timestamptz
);

-- Which of several offers a clock is of.
alter table deadline add column execution varchar(64);

-- After a restore of an older backup, the cases that were erased since are found by this and erased again. Nobody finds a case by it who
-- does not have the index key.
alter table erasure add column erased_mark bytea;
