-- Children by age; who is most endangered waits least; who answered late says why.
alter table referral add column oldest_child_age integer not null default 0 check (oldest_child_age between 0 and 17);
alter table shelter add column max_child_age integer not null default 17 check (max_child_age between 0 and 17);

alter table orientation_request
    add column urgent boolean not null default false,
    add column late_reason varchar(40),
    add column emergency_department varchar(3),
    add column called_for varchar(12) references shelter,
    add constraint late_says_why
        check (answered_at is null or answered_at <= due_at or outcome = 'WITHDRAWN' or late_reason is not null) not valid;

-- A place may be closed for a time. A live hold needs a place that is in service: the foreign key says so for good.
alter table place
    add column closed_until timestamptz,
    add column closed_reason varchar(20),
    add constraint in_service_or_not unique (shelter, number, in_service),
    add constraint closed_for_a_reason check ((closed_until is null) = (closed_reason is null));
alter table hold
    add column expires_at timestamptz,
    add column needs_service boolean generated always as (case when released_at is null then true end) stored,
    add constraint held_in_service foreign key (shelter, number, needs_service)
        references place (shelter, number, in_service);

alter table offer add column expires_at timestamptz;
create index offer_shelter on offer (shelter, opened_at);
create index request_reference on orientation_request (reference, submitted_at);
create index relaxation_request on relaxation (request);
create index request_waiting on orientation_request (reference, submitted_at) where outcome = 'WAITING_LIST';

-- What the last search of a round said of each shelter: why this one was not asked has an answer for ever.
create table considered (
    request uuid         not null references orientation_request,
    round   integer      not null,
    shelter varchar(12)  not null references shelter,
    rank    integer,
    reasons text         not null,
    primary key (request, round, shelter),
    constraint ranked_or_left_out check ((rank is null) = (reasons <> ''))
);
