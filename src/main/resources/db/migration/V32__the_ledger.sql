-- A shelter that paid the allowance from its own cash is paid back by an order like a claim.
-- By chance: finance knows in which order cases had theirs, and must not learn of whom a shelter is paid back.
alter table allowance add column number integer;
update allowance set number = drawn.number
from (select id, 100000000 + row_number() over (order by random()) as number from allowance) drawn where drawn.id = allowance.id;
create unique index allowance_number on allowance (number);
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
alter table allowance alter column number set default allowance_number(), alter column number set not null;
alter table allowance add column advanced_by varchar(12) references shelter;
alter table allowance add column waived boolean not null default false;
create index allowance_advanced_by on allowance (advanced_by) where advanced_by is not null;

alter table payment_order alter column claim drop not null;
alter table payment_order add column allowance uuid references allowance;
alter table payment_order add constraint pays_one_thing check (num_nonnulls(claim, allowance) = 1);
create index payment_order_allowance on payment_order (allowance);
create unique index one_live_order_per_allowance on payment_order (allowance) where state in ('WAITING', 'SENT', 'PAID');

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
    counters  bigint unique references ledger_booking
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

-- What was paid before there was a ledger.
insert into ledger_booking (kind, subject, booked_at, booked_by) select kind, subject, now(), 'system' from ledger_by_cases;
insert into ledger_entry (booking, account, cents)
    select b.id, k.debit, c.cents from ledger_booking b join ledger_by_cases c using (kind, subject) join ledger_kind k using (kind)
    union all
    select b.id, k.credit, -c.cents from ledger_booking b join ledger_by_cases c using (kind, subject) join ledger_kind k using (kind);

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

-- The account of a shelter, in a sealed file of its own: it is nothing of the file that holds its address.
create table shelter_account (
    shelter      varchar(12) primary key references shelter,
    file         varchar(14) not null references case_file on update cascade,
    entered_by   varchar(64) not null,
    confirmed_by varchar(64) not null check (confirmed_by <> entered_by),
    confirmed_at timestamptz not null,
    refused_at   timestamptz,
    version      integer     not null default 0
);
create index shelter_account_file on shelter_account (file);
