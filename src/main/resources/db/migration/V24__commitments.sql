-- What she committed herself to, how and when; who took a minor over; what a pre-admission interview gave.
create table commitment (
    id          uuid primary key,
    reference   varchar(14) not null references case_file on update cascade,
    made_on     date        not null,
    text        varchar(20),
    language    varchar(8)  not null,
    manner      varchar(20),
    interpreter varchar(20) not null,
    is_full     boolean     not null,
    recorded_by varchar(64) not null,
    recorded_at timestamptz not null
);
create index commitment_reference on commitment (reference, recorded_at);

create table handover (
    id          uuid primary key,
    reference   varchar(14) not null references case_file on update cascade,
    service     varchar(20) not null,
    answer      varchar(20) not null,
    day         date,
    recorded_by varchar(64) not null,
    recorded_at timestamptz not null
);
create index handover_reference on handover (reference, recorded_at);

create table interview (
    id          uuid primary key,
    reference   varchar(14) not null references case_file on update cascade,
    shelter     varchar(12) not null references shelter,
    held_on     date        not null,
    manner      varchar(20) not null,
    interpreter varchar(20) not null,
    stay_months integer     not null,
    result      varchar(20) not null,
    recorded_by varchar(64) not null,
    recorded_at timestamptz not null
);
create index interview_reference on interview (reference, recorded_at);
create index interview_shelter on interview (shelter);
