-- A supervisor sees who read a case by role. She sees the names if a second person agrees; the readers are told.
create table reader_names (
    id         uuid        primary key,
    reference  varchar(14) not null references case_file on update cascade,
    asked_by   varchar(64) not null,
    asked_at   timestamptz not null,
    agreed_by  varchar(64),
    agreed_at  timestamptz,
    refused_by varchar(64),
    refused_at timestamptz,
    constraint two_people_see_names check (agreed_by is null or agreed_by <> asked_by),
    constraint one_decision_on_names check (agreed_at is null or refused_at is null)
);
create unique index one_open_request_for_names on reader_names (reference, asked_by) where agreed_at is null and refused_at is null;
create index reader_names_reference on reader_names (reference);
