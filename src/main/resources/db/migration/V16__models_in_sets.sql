-- What runs is a set of models that belong together. Each set is kept whole, so that it can be compared and made current again; a file
-- that did not change is kept once.
create table model_content (
    sha256  bytea primary key,
    content bytea not null
);
create table model_set (
    number     bigint       primary key,
    deployment varchar(64)  not null unique,
    name       varchar(255) not null,
    origin     varchar(10)  not null,
    made_by    varchar(64)  not null,
    made_at    timestamptz  not null,
    changes    text         not null,
    constraint origin_is_known check (origin in ('RELEASE', 'ANALYST', 'AGAIN'))
);
create table model_set_file (
    set_number bigint       not null references model_set on delete cascade,
    name       varchar(400) not null,
    sha256     bytea        not null references model_content,
    primary key (set_number, name)
);
create index model_set_file_content on model_set_file (sha256);
-- Which files a release of the software brought, so that the next one knows what an analyst has changed since.
create table model_release (
    brought_at timestamptz  not null,
    name       varchar(400) not null,
    sha256     bytea        not null,
    primary key (brought_at, name)
);
-- Questions that forms of analysts declare. A case that answered one may go on for years, so none is ever taken away.
create table model_question (
    process varchar(255) not null,
    name    varchar(80)  not null,
    primary key (process, name)
);
-- An analyst may add an outcome with a longer name.
alter table journey alter column outcome type varchar(40);
-- A whole earlier set that somebody wants to make current again, or null if files were sent.
alter table model_proposal add column again bigint references model_set;
create index model_proposal_again on model_proposal (again);
