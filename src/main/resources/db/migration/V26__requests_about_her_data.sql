-- What she asks about her data, and what she was answered.
create table data_request (
    id          uuid primary key,
    reference   varchar(14) not null references case_file on update cascade,
    kind        varchar(20) not null,
    asked_on    date        not null,
    due_on      date        not null,
    taken_by    varchar(64) not null,
    taken_at    timestamptz not null,
    prepared_by varchar(64),
    approved_at timestamptz,
    answer      varchar(20),
    told_on     date,
    answered_by varchar(64),
    answered_at timestamptz,
    version     integer     not null default 0
);
create index data_request_reference on data_request (reference, taken_at);

-- Restricted: kept from erasure. Objected: erased without waiting, once the case is closed.
alter table referral
    add column restricted_at timestamptz,
    add column objected_at   timestamptz;

-- When and in which language she was told what is kept of her (General Data Protection Regulation, art. 13).
alter table commitment
    add column notice_language varchar(8),
    add column notice_on       date;
