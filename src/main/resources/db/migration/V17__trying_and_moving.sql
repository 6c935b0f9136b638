-- What came of trying models before they are deployed: the page that tells it. Nothing of it is of a case.
create table model_rehearsal (
    id       uuid         primary key,
    name     varchar(255) not null,
    -- What waits for a second person, or null if files were only tried.
    proposal uuid         references model_proposal on delete cascade,
    asked_by varchar(64)  not null,
    asked_at timestamptz  not null,
    -- That was current then.
    set_number bigint     not null,
    state    varchar(10)  not null check (state in ('RUNNING', 'GREEN', 'PARTLY', 'RED', 'FAILED')),
    ended_at timestamptz,
    -- Scenarios that were written or changed for it, by name.
    stories  text         not null,
    -- Why it failed, in words.
    reason   text,
    page     text
);
-- One at a time, on whichever node.
create unique index model_rehearsal_running on model_rehearsal (state) where state = 'RUNNING';
create index model_rehearsal_of_proposal on model_rehearsal (proposal);

-- Running cases that were moved to another version of their process.
create table model_migration (
    id           uuid         primary key,
    process      varchar(255) not null,
    from_version int          not null,
    to_version   int          not null,
    asked_by     varchar(64)  not null,
    asked_at     timestamptz  not null,
    -- When the last case was moved or stayed.
    last_at      timestamptz  not null,
    ended_at     timestamptz,
    moved        int          not null default 0,
    stayed       int          not null default 0,
    failed       int          not null default 0
);
-- One at a time for each process, on whichever node.
create unique index model_migration_running on model_migration (process) where ended_at is null;

-- On which set somebody worked who proposes files: what was changed since must not be undone by releasing them.
alter table model_proposal add column base bigint;
