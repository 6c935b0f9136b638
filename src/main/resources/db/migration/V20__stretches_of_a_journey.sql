-- A journey has one stretch or several, each with its escort; and an escort may be replaced at any moment.
alter table journey
    add column substitute     varchar(64),
    add column replaced_for   varchar(20),
    add column awaits_word    boolean not null default false,
    add column stretch        integer not null default 1,
    add column stretches      integer not null default 1,
    add column searched_until timestamptz;

create table leg (
    journey     uuid        not null references journey,
    number      integer     not null,
    escort      varchar(64) not null,
    expected_at timestamptz not null,
    reached_at  timestamptz,
    primary key (journey, number)
);
