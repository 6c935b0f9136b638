-- Two women who must never be in the same shelter. Why is sealed.
create table apart (
    id      uuid primary key,
    one     varchar(14) not null references case_file on update cascade,
    other   varchar(14) not null references case_file on update cascade,
    said_by varchar(64) not null,
    said_at timestamptz not null,
    constraint two_women check (one <> other)
);
create index apart_one on apart (one);
create index apart_other on apart (other);
