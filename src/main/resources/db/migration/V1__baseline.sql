-- The tables of the application, by feature. The engine makes its own.

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Case files. What says who or where somebody is lives in sealed_value, encrypted with the key of its file.

create table case_file (
    reference   varchar(14) primary key,
    -- Null once the file is erased: without its key nothing of it can be read.
    wrapped_key bytea,
    opened_at   timestamptz not null,
    opened_by   varchar(64) not null
);

create table sealed_value (
    reference  varchar(14) not null references case_file,
    field      varchar(80) not null,
    ciphertext bytea       not null,
    sealed_at  timestamptz not null,
    sealed_by  varchar(64) not null,
    primary key (reference, field)
);

-- Keyed hashes by which a woman is found: of her names and telephone numbers, and for each organisation of its nickname for her.
create table search_key (
    reference varchar(14) not null references case_file on update cascade,
    -- The group of the organisation whose nickname it is; empty for names and telephone numbers.
    owner     varchar(40) not null,
    keys      bigint[]    not null,
    primary key (reference, owner)
);
create index search_key_keys on search_key using gin (keys);

-- What a sealed value was before somebody replaced it, under the same key of the file: it goes with the key.
create table sealed_value_before (
    id          bigint generated always as identity primary key,
    reference   varchar(14) not null references case_file,
    field       varchar(80) not null,
    ciphertext  bytea       not null,
    sealed_at   timestamptz not null,
    sealed_by   varchar(64) not null,
    replaced_at timestamptz not null,
    replaced_by varchar(64) not null
);
create index sealed_value_before_reference on sealed_value_before (reference);

-- Erasing a case destroys its key and gives what is kept for counting another reference, by which nobody finds her.
create table erasure (
    reference   varchar(14)   primary key,
    erased_at   timestamptz   not null,
    erased_by   varchar(64)   not null,
    report      varchar(4000) not null,
    -- By this, cases that were erased since a backup are found after its restore. Only who has the index key finds a case by it.
    erased_mark bytea
);

-- The keys that this installation was begun with, as marks that a node with other keys cannot make.
create table installation_key (
    name varchar(10) primary key,
    mark bytea not null
);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Logs: only ever added to, each line bound to the one before it by a keyed hash.

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The % log is only added to', tg_table_name;
end
$$;

-- Who read which sealed fields of which file.
create table reveal (
    number   bigint        primary key,
    at       timestamptz   not null,
    person   varchar(64)   not null,
    file     bytea         not null,
    fields   varchar(2000) not null,
    task     varchar(64)   not null,
    previous bytea         not null,
    hash     bytea         not null
);
create index reveal_file on reveal (file);
create index reveal_person on reveal (person, at);
create trigger reveal_is_only_added_to before update or delete or truncate on reveal
    for each statement execute function refuse_change();

-- What people with power did.
create table audit (
    number   bigint       primary key,
    at       timestamptz  not null,
    act      varchar(40)  not null,
    person   varchar(64)  not null,
    subject  varchar(400) not null,
    detail   varchar(400) not null,
    previous bytea        not null,
    hash     bytea        not null
);
create index audit_person on audit (person, number);
create trigger audit_is_only_added_to before update or delete or truncate on audit
    for each statement execute function refuse_change();

-- Whoever reads too much is stopped until a supervisor has answered.
create table reading_stop (
    id         uuid        primary key,
    person     varchar(64) not null,
    stopped_at timestamptz not null,
    freed_at   timestamptz,
    freed_by   varchar(64),
    constraint freed_by_somebody_else check (freed_by is null or freed_by <> person)
);
create unique index one_open_stop on reading_stop (person) where freed_at is null;

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

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Logins and rights

-- Attempts to log in, by keyed hashes of the sender's address and of the login: an address would say where a shelter is.
create table login_attempt (
    key      bytea       primary key,
    failures integer     not null,
    last_at  timestamptz not null,
    next_at  timestamptz not null
);

-- Secrets of one-time codes (TOTP), sealed by the master key. A step of time counts once, so that a code works once.
create table second_factor (
    login         varchar(64) primary key,
    sealed_secret bytea       not null,
    confirmed_at  timestamptz,
    last_step     bigint      not null default 0
);

-- Sessions of Spring Session: any node serves any login. The attributes are encrypted.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
create index spring_session_expiry on spring_session (expiry_time);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);

-- What the Modeler deploys with in place of a password: shown once, kept as a hash, short-lived.
create table deployment_token (
    id         uuid        primary key,
    login      varchar(64) not null,
    hash       bytea       not null unique,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

-- Invitations that were not used yet. The secret of a link is kept as a keyed hash.
create table invitation (
    login       varchar(64)   primary key,
    groups      varchar(64)[] not null,
    newcomer    boolean       not null,
    made_by     varchar(64)   not null,
    made_at     timestamptz   not null,
    told_at     timestamptz,
    token_index bytea         unique,
    expires_at  timestamptz
);

-- People who may not log in for now.
create table disabled_person (
    login       varchar(64)   primary key,
    -- Groups that she gets back when she is enabled; of these, only those that she was in when she was disabled.
    groups      varchar(64)[] not null,
    held        varchar(64)[] not null default '{}',
    disabled_by varchar(64)   not null,
    disabled_at timestamptz   not null
);

-- A login that was deleted is given to nobody else: old lines of the logs would become hers.
create table former_login (
    login   varchar(64) primary key,
    gone_at timestamptz not null
);

-- Who is to be put into a group, or taken out of one by which somebody watches others. Two people do it; it begins when the
-- coordination has been told.
create table right_request (
    id         uuid        primary key,
    login      varchar(64) not null,
    group_name varchar(64) not null,
    away       boolean     not null default false,
    asked_by   varchar(64) not null,
    asked_at   timestamptz not null,
    granted_by varchar(64),
    granted_at timestamptz,
    refused_by varchar(64),
    refused_at timestamptz,
    begun_at   timestamptz,
    constraint two_people_grant check (granted_by is null or granted_by not in (asked_by, login)),
    constraint one_decision check (granted_at is null or refused_at is null)
);
create unique index one_open_right_request on right_request (login, group_name, away) where refused_at is null and begun_at is null;

-- People on leave name a deputy. Days are those of France, both included.
create table leave (
    id           uuid        primary key,
    person       varchar(64) not null,
    deputy       varchar(64) not null,
    first_day    date        not null,
    last_day     date        not null,
    begun_at     timestamptz,
    cancelled_at timestamptz,
    constraint somebody_else_covers check (person <> deputy),
    constraint ends_after_it_begins check (last_day >= first_day)
);
create index leave_person on leave (person) where cancelled_at is null;
create index leave_to_begin on leave (first_day) where begun_at is null and cancelled_at is null;

-- Who is on duty for a role, and where her pages go: a name that the pager knows, such as a topic; never a number or an address.
create table duty (
    id        uuid        primary key,
    role      varchar(20) not null,
    person    varchar(64) not null,
    page_to   varchar(40) not null,
    begins_at timestamptz not null,
    ends_at   timestamptz not null,
    constraint duty_ends_after_it_begins check (ends_at > begins_at)
);
create index duty_now on duty (role, ends_at);

-- Forms that somebody has begun to fill in, sealed by the master key; only she gets hers back.
create table form_draft (
    login    varchar(64)  not null,
    form     varchar(100) not null,
    sealed   bytea        not null,
    saved_at timestamptz  not null,
    primary key (login, form)
);
create index form_draft_form on form_draft (form);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Associations and shelters

create table organisation (
    code           varchar(20) primary key,
    kind           varchar(20) not null,
    file_reference varchar(14) not null references case_file,
    proposed_by    varchar(64) not null,
    approved_by    varchar(64) not null,
    entered_at     timestamptz not null,
    constraint two_people_register check (proposed_by <> approved_by)
);

create table shelter (
    code              varchar(12)  primary key,
    department        varchar(3)   not null,
    accepts_children  boolean      not null,
    max_child_age     integer      not null default 17 check (max_child_age between 0 and 17),
    cots              integer      not null check (cots >= 0),
    accepts_pregnancy boolean      not null,
    step_free         boolean      not null,
    languages         varchar(200) not null,
    file_reference    varchar(14)  not null references case_file,
    entered_at        timestamptz  not null,
    -- An address that may be known is frozen; one that is given up leaves the search.
    frozen_at         timestamptz,
    retired_at        timestamptz,
    -- She does not decide alone on the places that are lost with it.
    retired_by        varchar(64)
);

-- A place is numbered, so that the database itself keeps holds within the places of a shelter. It may be closed for a time.
create table place (
    shelter       varchar(12) not null references shelter,
    number        integer     not null,
    in_service    boolean     not null default true,
    closed_until  timestamptz,
    closed_reason varchar(20),
    primary key (shelter, number),
    constraint in_service_or_not unique (shelter, number, in_service),
    constraint closed_for_a_reason check ((closed_until is null) = (closed_reason is null))
);
create index place_in_service on place (shelter, number) include (closed_until) where in_service;

-- The account of a shelter, in a sealed file of its own: it is nothing of the file that holds its address.
create table shelter_account (
    shelter         varchar(12) primary key references shelter,
    file            varchar(14) not null references case_file on update cascade,
    entered_by      varchar(64) not null,
    confirmed_by    varchar(64) not null check (confirmed_by <> entered_by),
    confirmed_at    timestamptz not null,
    -- The bank refuses the account to which a file was written; a later one has nothing to do with it, however late the answer comes.
    edition         integer     not null,
    refused_edition integer     not null,
    refused_because varchar(40),
    version         integer     not null default 0
);
create index shelter_account_file on shelter_account (file);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Referrals

create table referral (
    reference            varchar(14)  primary key references case_file on update cascade,
    -- No reference to an organisation: a case may be open before the association is entered.
    operator             varchar(20)  not null,
    person_key           bytea        not null,
    opened_at            timestamptz  not null,
    danger_department    varchar(3),
    avoid_departments    varchar(400) not null default '',
    -- Kept apart from what was said in the case itself, which stays when a link is undone.
    linked_departments   varchar(400) not null default '',
    children_count       integer      not null default 0 check (children_count between 0 and 12),
    baby_count           integer      not null default 0 check (baby_count between 0 and children_count),
    oldest_child_age     integer      not null default 0 check (oldest_child_age between 0 and 17),
    pregnant             boolean      not null default false,
    step_free            boolean      not null default false,
    language             varchar(10),
    commitment_full      boolean      not null default false,
    arrival_date         date,
    outcome              varchar(40),
    closed_at            timestamptz,
    erasure_announced_at timestamptz,
    -- Restricted: kept from erasure. Objected: erased without waiting, once the case is closed.
    restricted_at        timestamptz,
    objected_at          timestamptz,
    version              integer      not null default 0,
    constraint closed_with_outcome check ((outcome is null) = (closed_at is null))
);
create index referral_person on referral (person_key);

-- What the coordination decided about two cases: the same woman. A link can be undone: then what it brought goes, too.
create table same_woman (
    id         integer generated always as identity primary key,
    reference  varchar(14)  not null references case_file on update cascade,
    earlier    varchar(14)  not null references case_file on update cascade,
    decided_by varchar(64)  not null,
    decided_at timestamptz  not null,
    avoided    varchar(500) not null default '',
    undone_by  varchar(64),
    undone_at  timestamptz
);
create index same_woman_reference on same_woman (reference);
create index same_woman_earlier on same_woman (earlier);

-- The cases with which the coordination is asked to compare a case: those that were found when the question was made.
create table compared_case (
    reference varchar(14) not null references case_file on update cascade,
    other     varchar(14) not null references case_file on update cascade,
    primary key (reference, other)
);
create index compared_case_other on compared_case (other);

-- One case stands for all cases that are linked as those of one woman: the first by its reference.
create view woman (reference, woman) as
with recursive
    link (one, other) as (
        select reference, earlier from same_woman where undone_at is null
        union
        select earlier, reference from same_woman where undone_at is null
    ),
    hers (reference, other) as (
        select one, other from link
        union
        select hers.reference, link.other from hers join link on link.one = hers.other
    ),
    linked (reference, woman) as (select reference, min(other) from hers group by reference)
select reference, coalesce(linked.woman, reference) from referral left join linked using (reference);

-- Two women who must never be in the same shelter. Why is sealed.
create table apart (
    id      uuid        primary key,
    one     varchar(14) not null references case_file on update cascade,
    other   varchar(14) not null references case_file on update cascade,
    said_by varchar(64) not null,
    said_at timestamptz not null,
    constraint two_women check (one <> other)
);
create index apart_one on apart (one);
create index apart_other on apart (other);

-- What she committed herself to, how and when.
create table commitment (
    id              uuid        primary key,
    reference       varchar(14) not null references case_file on update cascade,
    made_on         date        not null,
    text            varchar(20),
    language        varchar(8)  not null,
    manner          varchar(20),
    interpreter     varchar(20) not null,
    is_full         boolean     not null,
    -- When and in which language she was told what is kept of her (General Data Protection Regulation, art. 13).
    notice_language varchar(8),
    notice_on       date,
    recorded_by     varchar(64) not null,
    recorded_at     timestamptz not null
);
create index commitment_reference on commitment (reference, recorded_at);

-- Who took a minor over.
create table handover (
    id          uuid        primary key,
    reference   varchar(14) not null references case_file on update cascade,
    service     varchar(20) not null,
    answer      varchar(20) not null,
    day         date,
    recorded_by varchar(64) not null,
    recorded_at timestamptz not null
);
create index handover_reference on handover (reference, recorded_at);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Placement

create table orientation_request (
    id                   uuid        primary key,
    reference            varchar(14) not null references referral on update cascade,
    submitted_at         timestamptz not null,
    due_at               timestamptz not null,
    urgent               boolean     not null default false,
    emergency_department varchar(3),
    reminded_at          timestamptz,
    late_at              timestamptz,
    -- She waits for a place and cannot come before this day.
    parked_until         date,
    called_for           varchar(12) references shelter,
    answered_at          timestamptz,
    outcome              varchar(40),
    -- Code of why it was refused, for the yearly report.
    refusal_motive       varchar(40),
    late_reason          varchar(40),
    answered_by          varchar(64),
    -- A supervisor who answers the late request herself.
    taken_over_by        varchar(64),
    version              integer     not null default 0,
    constraint answered_with_outcome check ((outcome is null) = (answered_at is null)),
    constraint late_says_why check (answered_at is null or answered_at <= due_at or outcome = 'WITHDRAWN' or late_reason is not null)
);
create unique index one_open_request on orientation_request (reference) where answered_at is null;
create index request_reference on orientation_request (reference, submitted_at);
create index request_waiting on orientation_request (reference, submitted_at) where outcome = 'WAITING_LIST';
create index orientation_request_urgent on orientation_request (reference) where urgent;

create table relaxation (
    id              bigint generated always as identity primary key,
    request         uuid        not null references orientation_request,
    constraint_name varchar(40) not null,
    relaxed_by      varchar(64) not null,
    relaxed_at      timestamptz not null
);
create index relaxation_request on relaxation (request);

-- What the last search of a round said of each shelter: why this one was not asked has an answer for ever.
create table considered (
    request uuid        not null references orientation_request,
    round   integer     not null,
    shelter varchar(12) not null references shelter,
    rank    integer,
    reasons text        not null,
    primary key (request, round, shelter),
    constraint ranked_or_left_out check ((rank is null) = (reasons <> ''))
);

create table offer (
    id             uuid        primary key,
    request        uuid        not null references orientation_request,
    shelter        varchar(12) not null references shelter,
    round          integer     not null,
    position       integer     not null,
    state          varchar(20) not null,
    decline_reason varchar(20),
    opened_at      timestamptz not null,
    expires_at     timestamptz,
    ended_at       timestamptz,
    answered_by    varchar(64),
    -- What a shelter said by telephone, when it said so; and whether it had anybody who could answer by herself.
    said_at        timestamptz,
    had_people     boolean     not null default true,
    version        integer     not null default 0,
    unique (request, round, position),
    unique (request, round, shelter)
);
create index offer_shelter on offer (shelter, opened_at);
create index offer_open on offer (shelter) where state = 'OPEN';

-- A hold is a place that is kept for a while; what is kept and then lived in is an allocation. It needs a place that is in service:
-- the foreign key says so for good.
create table allocation (
    id            uuid        primary key,
    reference     varchar(14) not null references referral on update cascade,
    shelter       varchar(12) not null,
    number        integer     not null,
    -- Cots go with the first place of a household, so that a search counts places and cots in one index each.
    cots          integer     not null default 0,
    occupied      boolean     not null default false,
    held_at       timestamptz not null,
    expires_at    timestamptz,
    released_at   timestamptz,
    needs_service boolean generated always as (case when released_at is null then true end) stored,
    version       integer     not null default 0,
    foreign key (shelter, number) references place (shelter, number),
    constraint held_in_service foreign key (shelter, number, needs_service) references place (shelter, number, in_service)
);
create unique index one_hold_per_place on allocation (shelter, number) include (cots) where released_at is null;
create index allocation_reference on allocation (reference);

-- What a pre-admission interview gave.
create table interview (
    id          uuid        primary key,
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

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Journeys, stays, addresses that may be known

-- A journey has one stretch or several, each with its escort; and an escort may be replaced at any moment.
create table journey (
    id                  uuid        primary key,
    reference           varchar(14) not null references referral on update cascade,
    shelter             varchar(12) not null references shelter,
    escort              varchar(64) not null,
    planned_by          varchar(64),
    -- Whoever names herself as escort reads the address once somebody else confirmed her.
    confirmed_by        varchar(64),
    substitute          varchar(64),
    replaced_for        varchar(20),
    awaits_word         boolean     not null default false,
    stretch             integer     not null default 1,
    stretches           integer     not null default 1,
    departure_at        timestamptz not null,
    arrival_expected_at timestamptz not null,
    departed_at         timestamptz,
    alarm_at            timestamptz,
    heard_at            timestamptz,
    searched_until      timestamptz,
    -- While they return to the association.
    back_expected_at    timestamptz,
    ended_at            timestamptz,
    outcome             varchar(40),
    constraint arrives_after_departure check (arrival_expected_at >= departure_at),
    constraint confirmed_by_somebody_else check (confirmed_by is null or confirmed_by <> escort)
);
create unique index one_open_journey on journey (reference) where ended_at is null;
create index journey_reference on journey (reference);

-- Cases in which she is not safe tonight, as the latest request says. The urgency ends when she arrives at the place that was found for it.
create view urgent_request as
    select q.reference from orientation_request q
    where q.urgent
        and not exists (select from orientation_request later
            where later.reference = q.reference and later.submitted_at > q.submitted_at)
        and not exists (select from journey j
            where j.reference = q.reference and j.outcome = 'arrived' and j.ended_at >= q.submitted_at);

create table leg (
    journey     uuid        not null references journey,
    number      integer     not null,
    escort      varchar(64) not null,
    expected_at timestamptz not null,
    reached_at  timestamptz,
    primary key (journey, number)
);

create table breach (
    id           uuid        primary key,
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

-- What is worked on during a stay: the next steps with their day, and what was done.
create table stay_step (
    id        bigint generated always as identity primary key,
    reference varchar(14) not null references case_file on update cascade,
    kind      varchar(20) not null,
    with_whom varchar(20),
    due_on    date,
    done_on   date,
    noted_by  varchar(64) not null,
    noted_at  timestamptz not null,
    version   integer     not null default 0
);
create index stay_step_open on stay_step (reference, due_on) where done_on is null;
create index stay_step_reference on stay_step (reference, noted_at);

-- Who proposed that she goes, and who answered. What was said is sealed in the case file.
create table leaving (
    id           uuid        primary key,
    reference    varchar(14) not null references case_file on update cascade,
    kind         varchar(20) not null,
    destination  varchar(40),
    leaving_day  date,
    next_contact date,
    clause       varchar(20),
    proposed_by  varchar(64) not null,
    proposed_as  varchar(20) not null,
    proposed_at  timestamptz not null,
    instance     varchar(64) not null,
    answered_by  varchar(64),
    answered_at  timestamptz,
    answer       varchar(20),
    version      integer     not null default 0,
    constraint somebody_else_answers check (answered_by <> proposed_by or answer = 'found')
);
create unique index leaving_one_at_a_time on leaving (reference) where answered_at is null;
create index leaving_reference on leaving (reference, answered_at);
create index leaving_instance on leaving (instance);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Money

-- By chance: finance knows in which order cases had their allowance, and must not learn of whom a shelter is paid back.
create function allowance_number() returns integer language plpgsql as $$
declare
    drawn integer;
begin
    loop
        drawn := 100000000 + floor(random() * 900000000);
        exit when not exists (select from allowance where number = drawn);
    end loop;
    return drawn;
end
$$;

create table allowance (
    id             uuid        primary key,
    number         integer     not null default allowance_number(),
    reference      varchar(14) not null references referral on update cascade,
    person_key     bytea       not null,
    -- Two women may have one name and no known birth date: the coordination says whether they are one.
    another_woman  boolean     not null default false,
    amount_cents   integer     not null check (amount_cents > 0),
    state          varchar(20) not null,
    granted_at     timestamptz not null,
    approved_by    varchar(64),
    handed_over_by varchar(64),
    handed_over_on date,
    -- A shelter that paid from its own cash is paid back by an order like a claim.
    advanced_by    varchar(12) references shelter,
    waived         boolean     not null default false,
    version        integer     not null default 0,
    constraint two_people_pay check (approved_by is null or handed_over_by is null or approved_by <> handed_over_by),
    constraint handed_over_after_approval check (state <> 'HANDED_OVER' or (approved_by is not null and handed_over_by is not null))
);
create unique index allowance_number on allowance (number);
create unique index one_allowance_per_person on allowance (person_key)
    where state in ('GRANTED', 'APPROVED', 'HANDED_OVER') and not another_woman;
create unique index one_allowance_per_case on allowance (reference) where state in ('GRANTED', 'APPROVED', 'HANDED_OVER');
create index allowance_reference on allowance (reference);
create index allowance_advanced_by on allowance (advanced_by) where advanced_by is not null;

create table travel_claim (
    id                uuid        primary key,
    -- The payee reads it beside the sum.
    number            integer     generated always as identity,
    reference         varchar(14) not null references referral on update cascade,
    operator          varchar(20) not null references organisation,
    person_cents      integer     not null default 0 check (person_cents >= 0),
    escort_cents      integer     not null default 0 check (escort_cents >= 0),
    own_account       boolean     not null default true,
    state             varchar(20) not null,
    opened_at         timestamptz not null,
    submitted_by      varchar(64),
    checked_by        varchar(64),
    excess_decided_by varchar(64),
    approved_by       varchar(64),
    version           integer     not null default 0,
    constraint two_people_check check (checked_by is null or submitted_by is null or checked_by <> submitted_by),
    constraint two_people_approve check (approved_by is null or (approved_by <> submitted_by and approved_by <> checked_by)),
    constraint two_people_decide_on_excess check (
        excess_decided_by is null
        or excess_decided_by <> submitted_by and excess_decided_by <> checked_by
           and (approved_by is null or excess_decided_by <> approved_by))
);
create unique index travel_claim_number on travel_claim (number);
create index travel_claim_reference on travel_claim (reference);

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

create table payment_run (
    reference      varchar(14) primary key references case_file,
    execution_date date        not null,
    state          varchar(20) not null,
    started_by     varchar(64) not null,
    started_at     timestamptz not null,
    released_by    varchar(64),
    sha256         varchar(64),
    version        integer     not null default 0,
    constraint two_people_release check (released_by is null or released_by <> started_by)
);

create table payment_order (
    id              uuid        primary key,
    claim           uuid        references travel_claim,
    allowance       uuid        references allowance,
    end_to_end_id   varchar(35) not null unique,
    amount_cents    integer     not null check (amount_cents > 0),
    state           varchar(20) not null,
    run             varchar(14) references payment_run,
    line            integer,
    -- Of the shelter's account to which the file was written.
    account_edition integer,
    bank_reason     varchar(40),
    ordered_at      timestamptz not null,
    version         integer     not null default 0,
    constraint pays_one_thing check (num_nonnulls(claim, allowance) = 1)
);
create unique index one_live_order_per_claim on payment_order (claim) where state in ('WAITING', 'SENT', 'PAID');
create unique index one_live_order_per_allowance on payment_order (allowance) where state in ('WAITING', 'SENT', 'PAID');
create index payment_order_claim on payment_order (claim);
create index payment_order_allowance on payment_order (allowance);
create index payment_order_run on payment_order (run);
create index payment_order_waiting on payment_order (ordered_at, id) where state = 'WAITING';

-- Receipts outlive the case: each is in a sealed file of its own, with nothing else of her.
create table receipt_file (
    file    varchar(14) primary key references case_file on update cascade,
    subject uuid        not null,
    paid_on date        not null
);
create index receipt_file_paid_on on receipt_file (paid_on);

-- Those that are not erased yet.
create view receipt_kept as
    select r.file, r.paid_on, case when t.id is null then 'allowance' else 'claim' end as subject, coalesce(t.number, a.number) as number
    from receipt_file r join case_file f on f.reference = r.file
    left join travel_claim t on t.id = r.subject
    left join allowance a on a.id = r.subject
    where f.wrapped_key is not null;

-- What was spent, owed and paid. A booking says nothing of her: its subject is an order or an allowance.
create table ledger_kind (
    kind   varchar(20) primary key,
    debit  varchar(20) not null,
    credit varchar(20) not null
);
insert into ledger_kind (kind, debit, credit) values
    ('HANDED_OVER', 'ALLOWANCES', 'CASH'),
    ('LOST', 'LOSSES', 'CASH'),
    ('ADVANCED', 'ALLOWANCES', 'SHELTERS'),
    ('ADVANCE_ORDERED', 'SHELTERS', 'OWED'),
    ('TRAVEL_ORDERED', 'TRAVEL', 'OWED'),
    ('SENT', 'OWED', 'IN_TRANSIT'),
    ('PAID', 'IN_TRANSIT', 'BANK');

create table ledger_booking (
    id        bigint generated always as identity primary key,
    kind      varchar(20) not null references ledger_kind,
    subject   uuid        not null,
    booked_at timestamptz not null,
    booked_by varchar(64) not null,
    counters  bigint      unique references ledger_booking
);
create index ledger_booking_kind on ledger_booking (kind);
create unique index booked_once on ledger_booking (subject, kind) where counters is null;

create table ledger_entry (
    booking bigint      not null references ledger_booking,
    account varchar(20) not null,
    cents   bigint      not null check (cents <> 0),
    primary key (booking, account)
);

-- Nothing is changed or taken away; what was wrong is corrected by a booking that counters it.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is only added to: correct it by a counter-booking';
end
$$;
create trigger booking_stays before update or delete on ledger_booking
    for each row execute function ledger_is_append_only();
create trigger bookings_stay before truncate on ledger_booking execute function ledger_is_append_only();
create trigger entry_stays before update or delete on ledger_entry
    for each row execute function ledger_is_append_only();
create trigger entries_stay before truncate on ledger_entry execute function ledger_is_append_only();

-- At the end of each transaction, a booking is in the two accounts of its kind, once in each, and adds up to nothing; a
-- counter-booking mirrors its booking.
create function ledger_is_balanced() returns trigger language plpgsql as $$
declare
    checked ledger_booking;
    amount bigint;
begin
    select * into checked from ledger_booking
    where id = case tg_table_name when 'ledger_booking' then (to_jsonb(new) ->> 'id')::bigint
                                  else (to_jsonb(new) ->> 'booking')::bigint end;
    select e.cents into amount from ledger_entry e join ledger_kind k on k.kind = checked.kind and e.account = k.debit
    where e.booking = checked.id;
    if amount is null or not exists (
            select from ledger_entry e join ledger_kind k on k.kind = checked.kind and e.account = k.credit
            where e.booking = checked.id and e.cents = -amount)
        or (select count(*) from ledger_entry where booking = checked.id) <> 2 then
        raise exception 'Booking % does not balance in the accounts of its kind', checked.id;
    end if;
    if checked.counters is null <> (amount > 0) or checked.counters is not null and not exists (
            select from ledger_booking b join ledger_entry e on e.booking = b.id join ledger_kind k on k.kind = b.kind
            where b.id = checked.counters and b.kind = checked.kind and b.subject = checked.subject
              and b.counters is null and e.account = k.debit and e.cents = -amount) then
        raise exception 'Booking % is no booking, or does not mirror the one that it counters', checked.id;
    end if;
    return null;
end
$$;
create constraint trigger booking_balances after insert on ledger_booking
    deferrable initially deferred for each row execute function ledger_is_balanced();
create constraint trigger entry_balances after insert on ledger_entry
    deferrable initially deferred for each row execute function ledger_is_balanced();

-- What the cases say, in the terms of the ledger.
create view ledger_by_cases as
    select case when a.advanced_by is null then 'HANDED_OVER' else 'ADVANCED' end as kind, a.id as subject, a.amount_cents as cents
    from allowance a where a.state = 'HANDED_OVER' and not a.waived
    union all
    select 'LOST', a.id, a.amount_cents from allowance a where a.state = 'LOST'
    union all
    select case when o.claim is null then 'ADVANCE_ORDERED' else 'TRAVEL_ORDERED' end, o.id, o.amount_cents
    from payment_order o where o.state in ('WAITING', 'SENT', 'PAID')
    union all
    select 'SENT', o.id, o.amount_cents
    from payment_order o join payment_run r on r.reference = o.run
    where o.state in ('SENT', 'PAID') and r.state = 'RELEASED'
    union all
    select 'PAID', o.id, o.amount_cents
    from payment_order o where o.state = 'PAID';

-- Where ledger and cases differ, one row for each subject; cents are those of the account that is debited.
create view ledger_difference as
with in_ledger as (
    select b.kind, b.subject, max(b.id) as booking, sum(e.cents) as cents
    from ledger_booking b join ledger_kind k on k.kind = b.kind
    join ledger_entry e on e.booking = b.id and e.account = k.debit
    group by b.kind, b.subject
),
claims as (
    select t.number, case when t.state in ('APPROVED', 'PAID') then t.person_cents + t.escort_cents else 0 end as approved,
           coalesce((select sum(o.amount_cents) from payment_order o
                     where o.claim = t.id and o.state in ('WAITING', 'SENT', 'PAID')), 0) as ordered
    from travel_claim t
)
select coalesce(l.kind, c.kind) as kind,
       case when t.id is not null then 'claim' when a.id is not null then 'allowance' else 'booking' end as subject,
       coalesce(t.number, a.number, l.booking) as number,
       coalesce(l.cents, 0) as in_ledger,
       coalesce(c.cents, 0) as in_cases
from in_ledger l
full join ledger_by_cases c on c.kind = l.kind and c.subject = l.subject
left join payment_order p on p.id = coalesce(l.subject, c.subject)
left join travel_claim t on t.id = p.claim
left join allowance a on a.id = coalesce(p.allowance, l.subject, c.subject)
where coalesce(l.cents, 0) <> coalesce(c.cents, 0)
union all
-- A claim that is approved or paid has one order that lives, and no other claim has any.
select 'STATE', 'claim', number, ordered, approved from claims where ordered <> approved;


-- The report of a year that is over, as it was in the first file that was made of it.
create table year_report (
    year   int  primary key,
    report text not null
);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Residence permits. A case has any number of tracks, each with its titles and with what became known of it.

create table permit_track (
    id           integer generated always as identity primary key,
    reference    varchar(14) not null references case_file on update cascade,
    route        varchar(20) not null,
    follower     varchar(64) not null,
    follows_home boolean     not null default false,
    opened_at    timestamptz not null,
    domicile     varchar(20),
    outcome      varchar(40),
    -- Where it has ended, the route that is looked at next.
    other_route  varchar(20),
    closed_at    timestamptz,
    version      integer     not null default 0
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
    -- After a move of her domicile the old certificate is still the one of the old place.
    domicile    varchar(20),
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

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Her data: what she asks, and what she was answered.

create table data_request (
    id          uuid        primary key,
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

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Notices, alarms, pages

-- Numbers are taken fifty at a time, so that the notices of a transaction are written together.
create sequence notice_seq increment by 50;

-- What people are to be told by mail, written in the transaction of what happened and sent after it.
create table notice (
    id         bigint      primary key,
    event      varchar(40) not null,
    role       varchar(20) not null,
    group_name varchar(64),
    person     varchar(64),
    reference  varchar(14),
    moment     timestamptz,
    made_at    timestamptz not null,
    next_at    timestamptz not null,
    failures   integer     not null default 0,
    still_to   text,
    sent_at    timestamptz,
    constraint for_a_group_or_a_person check ((group_name is null) <> (person is null))
);
create index notice_waiting on notice (next_at) where sent_at is null;
create index notice_reference on notice (reference);

-- What cannot wait: one row for a task that must be taken soon. Who is told, as groups of the engine; nothing of a person.
create table alarm (
    id        uuid          primary key,
    reference varchar(14),
    -- Id of the task that the alarm is about, or the reference of the late request.
    about     varchar(64)   not null,
    watcher   varchar(64),
    kind      varchar(40)   not null,
    pace      varchar(10)   not null,
    until     varchar(10)   not null check (until in ('TAKEN', 'DONE', 'FOUND')),
    mail      varchar(40),
    told      varchar(64)[] not null,
    raised_at timestamptz   not null,
    raised_by varchar(20)   not null,
    risen     integer       not null default 0,
    taken_at  timestamptz,
    taken_by  varchar(64),
    taken_as  varchar(20),
    ended_at  timestamptz,
    stands    boolean generated always as (ended_at is null and (until <> 'TAKEN' or taken_at is null)) stored
);
create index alarm_about on alarm (about);
create unique index alarm_open on alarm (about) where ended_at is null;
create index alarm_stands on alarm (raised_at) where stands;
create index alarm_reference on alarm (reference);

-- Alarms on their way to a pager, kept until they are taken there.
create table page (
    id        uuid        primary key,
    role      varchar(20) not null,
    event     varchar(40) not null,
    reference varchar(14),
    made_at   timestamptz not null,
    next_at   timestamptz not null,
    failures  integer     not null default 0,
    sent_at   timestamptz
);
create index page_waiting on page (next_at) where sent_at is null;
create index page_reference on page (reference);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Clocks

-- The supervisors' read model: one row per timer of the engine, written in the same transaction as the timer. It says what a clock is
-- and who must act, so that a page of a hundred thousand clocks is read from an index.
create table deadline (
    job         varchar(64)  primary key,
    reference   varchar(14),
    process     varchar(64)  not null,
    instance    varchar(64),
    -- Which of several offers a clock is of.
    execution   varchar(64),
    activity    varchar(100) not null,
    kind        varchar(20)  not null default 'other',
    responsible varchar(64)  not null default 'coordination',
    started_at  timestamptz  not null,
    at_risk_at  timestamptz  not null default 'infinity',
    due_at      timestamptz  not null,
    state       varchar(20)  not null,
    ended_at    timestamptz,
    open        boolean      generated always as (state in ('RUNNING', 'OVERDUE')) stored
);
create index deadline_reference on deadline (reference);
create index deadline_instance on deadline (instance);
create index deadline_open_due on deadline (due_at, job) where open;
create index deadline_open_kind on deadline (kind, due_at) where open;
create index deadline_answered_late on deadline (ended_at) where state = 'ANSWERED_LATE';
-- Supervisors see alarms that nobody has taken first, then the requests; what happens by itself each night comes last.
create index deadline_open_most_urgent
    on deadline ((case kind when 'alarm' then 0 when 'answer' then 1 when 'retention' then 3 else 2 end), due_at, job) where open;
-- For the list of cases: what is due next in each.
create index deadline_next on deadline (reference, due_at) where open and kind not in ('reminder', 'alarm');

-- Who moved a clock, from when to when, and why.
create table deadline_move (
    id        bigint generated always as identity primary key,
    job       varchar(64) not null,
    reference varchar(14),
    from_at   timestamptz not null,
    to_at     timestamptz not null,
    reason    varchar(40) not null,
    moved_by  varchar(64) not null,
    moved_at  timestamptz not null
);
create index deadline_move_job on deadline_move (job);
create index deadline_move_reference on deadline_move (reference);

-- Clocks and jobs that do not run by themselves: found by the watch, told to the supervisors, tried again.
create table stuck_job (
    job       varchar(64) primary key,
    reference varchar(14),
    since     timestamptz not null,
    told_at   timestamptz,
    tried_at  timestamptz
);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- The path of a case. Of its own history the engine keeps only which instances there were.

-- Steps that somebody did, clocks that fired, ends that were reached.
create table case_event (
    id         bigint generated always as identity primary key,
    reference  varchar(14)  not null,
    at         timestamptz  not null,
    definition varchar(64)  not null,
    element    varchar(255) not null,
    kind       varchar(5)   not null check (kind in ('STEP', 'CLOCK', 'END')),
    -- Of a step: the task that was done, once.
    task       uuid         unique,
    -- Login of the person who did the step or made the report; null for a timer.
    done_by    varchar(64),
    -- The flows that a step was followed by, by id, in their order: they say what was answered.
    flows      text
);
create index case_event_of_case on case_event (reference, at);

-- Flows that were taken and steps that were done since it was counted last; of whom is not known.
create table passed (
    at         timestamptz  not null,
    definition varchar(64)  not null,
    element    varchar(255) not null,
    -- Of a step: how long it waited for somebody.
    seconds    bigint
);

-- How often each flow of a version of a process was taken, by month.
create table flow_count (
    process varchar(255) not null,
    version int          not null,
    flow    varchar(255) not null,
    month   date         not null,
    times   bigint       not null,
    primary key (process, version, flow, month)
);

-- How long the steps of a version of a process waited, by month: how many waited up to 2^n seconds and longer than 2^(n - 1).
create table waiting_time (
    process varchar(255) not null,
    version int          not null,
    step    varchar(255) not null,
    month   date         not null,
    n       int          not null,
    times   bigint       not null,
    primary key (process, version, step, month, n)
);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Models. What runs is a set of models that belong together. Each set is kept whole, so that it can be compared and made current again; a
-- file that did not change is kept once.

create table model_content (
    sha256  bytea primary key,
    content bytea not null
);

create table model_set (
    number     bigint       primary key,
    deployment varchar(64)  not null unique,
    name       varchar(255) not null,
    origin     varchar(10)  not null,
    made_by    varchar(64)  not null,
    made_at    timestamptz  not null,
    changes    text         not null,
    constraint origin_is_known check (origin in ('RELEASE', 'ANALYST', 'AGAIN'))
);

create table model_set_file (
    set_number bigint       not null references model_set on delete cascade,
    name       varchar(400) not null,
    sha256     bytea        not null references model_content,
    primary key (set_number, name)
);
create index model_set_file_content on model_set_file (sha256);

-- Which files a release of the software brought, so that the next one knows what an analyst has changed since.
create table model_release (
    brought_at timestamptz  not null,
    name       varchar(400) not null,
    sha256     bytea        not null,
    primary key (brought_at, name)
);

-- Questions that forms of analysts declare. A case that answered one may go on for years, so none is ever taken away.
create table model_question (
    process varchar(255) not null,
    name    varchar(80)  not null,
    primary key (process, name)
);

-- Models that wait for a second person.
create table model_proposal (
    id          uuid         primary key,
    name        varchar(200) not null,
    changes     text         not null,
    -- On which set somebody worked who proposes files: what was changed since must not be undone by releasing them.
    base        bigint,
    -- A whole earlier set that somebody wants to make current again, or null if files were sent.
    again       bigint       references model_set,
    proposed_by varchar(64)  not null,
    proposed_at timestamptz  not null,
    state       varchar(20)  not null,
    decided_by  varchar(64),
    decided_at  timestamptz,
    constraint two_people_deploy check (state <> 'RELEASED' or decided_by <> proposed_by)
);
create index model_proposal_again on model_proposal (again);

create table model_file (
    proposal uuid         not null references model_proposal,
    name     varchar(400) not null,
    content  bytea        not null,
    primary key (proposal, name)
);

-- What came of trying models before they are deployed: the page that tells it. Nothing of it is of a case.
create table model_rehearsal (
    id         uuid         primary key,
    name       varchar(255) not null,
    -- What waits for a second person, or null if files were only tried.
    proposal   uuid         references model_proposal on delete cascade,
    asked_by   varchar(64)  not null,
    asked_at   timestamptz  not null,
    -- That was current then.
    set_number bigint       not null,
    state      varchar(10)  not null check (state in ('RUNNING', 'GREEN', 'PARTLY', 'RED', 'FAILED')),
    ended_at   timestamptz,
    -- Scenarios that were written or changed for it, by name.
    stories    text         not null,
    -- Why it failed, in words.
    reason     text,
    page       text
);
-- One at a time, on whichever node.
create unique index model_rehearsal_running on model_rehearsal (state) where state = 'RUNNING';
create index model_rehearsal_of_proposal on model_rehearsal (proposal);

-- Running cases that were moved to another version of their process.
create table model_migration (
    id           uuid         primary key,
    process      varchar(255) not null,
    from_version int          not null,
    to_version   int          not null,
    asked_by     varchar(64)  not null,
    asked_at     timestamptz  not null,
    -- When the last case was moved or stayed.
    last_at      timestamptz  not null,
    ended_at     timestamptz,
    moved        int          not null default 0,
    stayed       int          not null default 0,
    failed       int          not null default 0
);
-- One at a time for each process, on whichever node.
create unique index model_migration_running on model_migration (process) where ended_at is null;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- Who has a part in a case: everybody of an association or a shelter (code), or one person (login). Whether a person is one of them is
-- decided by CaseParts, and nowhere else.
create view case_part as
select reference, 'OPERATOR' part, operator code, null::varchar login, false vetted from referral
union all
-- Whoever plans the journey, since the arrival is agreed and until they have left.
select r.reference, 'PLANNER', r.operator, null, false from referral r
where r.arrival_date is not null and r.outcome is null and exists (select from allocation a
        where a.reference = r.reference and a.released_at is null and not a.occupied)
    and not exists (select from journey j
        where j.reference = r.reference and j.ended_at is null and j.departed_at is not null)
union all
select q.reference, 'ASKED', o.shelter, null, false
from offer o join orientation_request q on q.id = o.request
where o.state = 'OPEN' and q.answered_at is null
union all
-- Where she lives while another shelter holds a place for her, she leaves.
select a.reference,
    case when a.occupied and exists (select from allocation h where h.reference = a.reference
            and h.released_at is null and not h.occupied and h.shelter <> a.shelter)
        then 'LEAVING' else 'HOLDER' end,
    a.shelter, null, false
from allocation a where a.released_at is null
union all
select reference, 'FOLLOWER', follower, null, false from permit_track
union all
-- The escort of the journey that is planned or under way, and whoever takes her over later.
select j.reference, 'ESCORT', r.operator, e.escort, g.code is not null
from journey j
join referral r on r.reference = j.reference
left join organisation g on g.code = r.operator
cross join lateral (select j.escort union
    select l.escort from leg l where l.journey = j.id and l.number >= j.stretch) e
where j.ended_at is null
union all
-- Whoever arrives with her: the escort of the last stretch, once she is confirmed.
select j.reference, 'ARRIVING', r.operator, coalesce(
        (select l.escort from leg l where l.journey = j.id order by l.number desc limit 1), j.escort), g.code is not null
from journey j
join referral r on r.reference = j.reference
left join organisation g on g.code = r.operator
where j.ended_at is null and j.back_expected_at is null and not j.awaits_word
    and (j.planned_by is distinct from j.escort or j.confirmed_by is not null)
union all
-- Where the shelter said yes by telephone: who heard it.
select q.reference, 'TELEPHONE', o.shelter, o.answered_by, false
from orientation_request q
cross join lateral (select a.* from offer a where a.request = q.id and a.state = 'ACCEPTED') o
where o.said_at is not null
    and not exists (select from offer later join orientation_request p on p.id = later.request
        where p.reference = q.reference and later.state = 'ACCEPTED' and later.opened_at > o.opened_at)
union all
-- Supervisors, while an alarm for danger stands at them.
select reference, 'ALARMED', null, null, false from alarm
where stands and reference is not null and pace = 'danger' and 'supervisors' = any (told)
union all
-- The supervisor who answers a late request herself.
select reference, 'ANSWERING', null, taken_over_by, false from orientation_request
where taken_over_by is not null and answered_at is null
union all
select reference, 'FINANCE', null, null, false from allowance
union all
select reference, 'FINANCE', null, null, false from travel_claim;
