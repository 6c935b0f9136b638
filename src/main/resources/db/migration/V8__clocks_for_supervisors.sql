-- What a clock is and who must act, so that a page of a hundred thousand clocks is read from an index.
alter table deadline alter column state type varchar(20), alter column instance drop not null;
alter table deadline
    add column kind varchar(20) not null default 'other',
    add column responsible varchar(64) not null default 'coordination',
    add column at_risk_at timestamptz not null default 'infinity',
    add column open boolean generated always as (state in ('RUNNING', 'OVERDUE')) stored;

update deadline set kind = known.kind, responsible = known.responsible, at_risk_at = due_at - (due_at - started_at) / 4
from (values
    ('timer_answerDue', 'answer', 'coordination'),
    ('timer_firstReminder', 'reminder', 'coordination'),
    ('timer_secondReminder', 'reminder', 'coordination'),
    ('timer_offerDue', 'offer', 'coordination'),
    ('timer_searchAgain', 'waiting', 'coordination'),
    ('timer_nextFollowUp', 'stay', 'shelter'),
    ('timer_permitEnds', 'permit', 'operator'),
    ('timer_renewalDue', 'renewal', 'operator'),
    ('start_everyNight', 'retention', 'supervisors'),
    ('timer_silence', 'silence', 'coordination')) known (activity, kind, responsible)
where deadline.activity = known.activity;

drop index deadline_running;
create index deadline_open_due on deadline (due_at, job) where open;
create index deadline_open_kind on deadline (kind, due_at) where open;
create index deadline_open_reference on deadline (reference text_pattern_ops, due_at) where open;
create index deadline_instance on deadline (instance) where open;
create index deadline_answered_late on deadline (ended_at) where state = 'ANSWERED_LATE';

-- Who moved a clock, from when to when, and why.
create table deadline_move (
    id       bigint generated always as identity primary key,
    job      varchar(64) not null,
    reference varchar(14),
    from_at  timestamptz not null,
    to_at    timestamptz not null,
    reason   varchar(40) not null,
    moved_by varchar(64) not null,
    moved_at timestamptz not null
);
create index deadline_move_job on deadline_move (job);
create index deadline_move_reference on deadline_move (reference);
