-- A case has any number of permit tracks, each with its titles and with what became known of it.
create table permit_track (
    id                integer generated always as identity primary key,
    reference         varchar(14) not null references case_file on update cascade,
    route             varchar(20) not null,
    follower          varchar(64) not null,
    follows_home      boolean     not null default false,
    opened_at         timestamptz not null,
    domicile          varchar(20),
    outcome           varchar(40),
    other_route       varchar(20),
    closed_at         timestamptz,
    version           integer     not null default 0
);
create unique index one_open_track_of_a_kind on permit_track (reference, route) where closed_at is null;
create index permit_track_reference on permit_track (reference);

create table permit_title (
    id          integer generated always as identity primary key,
    track       integer     not null references permit_track,
    reference   varchar(14) not null references case_file on update cascade,
    kind        varchar(20) not null,
    first_day   date        not null,
    last_day    date        not null check (last_day >= first_day),
    may_work    boolean,
    recorded_at timestamptz not null,
    ended_as    varchar(20),
    version     integer     not null default 0
);
create index permit_title_reference on permit_title (reference);
create index permit_title_track on permit_title (track);

create table permit_fact (
    id          integer generated always as identity primary key,
    track       integer     not null references permit_track,
    reference   varchar(14) not null references case_file on update cascade,
    kind        varchar(30) not null,
    source      varchar(20),
    happened_on date        not null,
    noted_by    varchar(64) not null,
    noted_at    timestamptz not null
);
create index permit_fact_track on permit_fact (track);
create index permit_fact_reference on permit_fact (reference);

-- What there was: one track per case, on the ground of the complaint. Its own process watches its period.
insert into permit_track (reference, route, follower, opened_at, outcome, other_route, closed_at)
select p.reference, 'complaint', r.operator, p.opened_at, p.outcome, p.other_route, p.closed_at
from permit p join referral r on r.reference = p.reference;

insert into permit_title (track, reference, kind, first_day, last_day, recorded_at, ended_as)
select t.id, p.reference, case when p.months = 120 then 'card' else 'temporaryPermit' end, p.valid_from, p.valid_until - 1,
       p.opened_at, 'watchedByTrack'
from permit p join permit_track t on t.reference = p.reference
where p.valid_from is not null and p.valid_until > p.valid_from;

drop table permit;
