-- An address that may be known is frozen; one that is given up leaves the search.
alter table shelter
    add column frozen_at  timestamptz,
    add column retired_at timestamptz;

create table breach (
    id           uuid primary key,
    reference    varchar(14) not null references case_file on update cascade,
    shelter      varchar(12) references shelter,
    reported_at  timestamptz not null,
    authority    varchar(20),
    authority_at timestamptz,
    decision     varchar(20),
    decided_by   varchar(64),
    decided_at   timestamptz,
    version      integer     not null default 0
);
create index breach_reference on breach (reference, reported_at);
create index breach_shelter on breach (shelter);

create table breach_resident (
    breach    uuid        not null references breach,
    number    integer     not null,
    reference varchar(14) not null references case_file on update cascade,
    decision  varchar(20),
    primary key (breach, number)
);
create index breach_resident_reference on breach_resident (reference);
