-- What a claim asks for, line by line. Receipts and reasons are sealed in the case file.
create table claim_line (
    claim         uuid        not null references travel_claim,
    line          integer     not null,
    kind          varchar(20) not null,
    spent_on      date        not null,
    traveller     varchar(10) not null check (traveller in ('person', 'escort')),
    cents         integer     not null check (cents > 0),
    ceiling_cents integer,
    finding       varchar(20),
    granted_cents integer     not null check (granted_cents between 0 and cents),
    primary key (claim, line)
);
alter table travel_claim add column excess_decided_by varchar(64);
alter table travel_claim add constraint two_people_decide_on_excess check (
    excess_decided_by is null
    or excess_decided_by <> submitted_by and excess_decided_by <> checked_by
       and (approved_by is null or excess_decided_by <> approved_by));

insert into claim_line (claim, line, kind, spent_on, traveller, cents, granted_cents)
    select id, 0, 'other', travelled_on, 'person', person_cents, person_cents
    from travel_claim where person_cents > 0 and travelled_on is not null
    union all
    select id, case when person_cents > 0 then 1 else 0 end, 'other', travelled_on, 'escort', escort_cents, escort_cents
    from travel_claim where escort_cents > 0 and travelled_on is not null;
alter table travel_claim drop column receipts, drop column travelled_on;
