-- Two women may have one name and no known birth date: the coordination says whether they are one.
alter table allowance add column another_woman boolean not null default false;
drop index one_allowance_per_person;
create unique index one_allowance_per_person on allowance (person_key)
    where state in ('GRANTED', 'APPROVED', 'HANDED_OVER') and not another_woman;
create unique index one_allowance_per_case on allowance (reference)
    where state in ('GRANTED', 'APPROVED', 'HANDED_OVER');

-- What the coordination decided about two cases: the same woman, or another one.
create table same_woman (
    id         integer generated always as identity primary key,
    reference  varchar(14) not null references case_file on update cascade,
    earlier    varchar(14) not null references case_file on update cascade,
    decided_by varchar(64) not null,
    decided_at timestamptz not null
);
create index same_woman_reference on same_woman (reference);
create index same_woman_earlier on same_woman (earlier);
