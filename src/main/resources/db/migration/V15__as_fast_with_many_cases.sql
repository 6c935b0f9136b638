-- Whatever is looked for by its case, its process or its payment is found by an index, however many cases there are.
create index allowance_reference on allowance (reference);
create index journey_reference on journey (reference);
create index travel_claim_reference on travel_claim (reference);
create index payment_order_claim on payment_order (claim);
create index payment_order_run on payment_order (run);

create index payment_order_waiting on payment_order (ordered_at, id) where state = 'WAITING';
create index offer_open on offer (shelter) where state = 'OPEN';

drop index hold_reference;
create index allocation_reference on allocation (reference);

-- The one before was for open clocks only, which a statement that names the state as a parameter cannot use.
drop index deadline_instance;
create index deadline_instance on deadline (instance);

-- A cot goes with the first place of a household, so that a search counts places and cots in one index each.
alter table allocation add column cots integer not null default 0;
update allocation a set cots = r.baby_count
from referral r
where r.reference = a.reference and r.baby_count > 0 and a.released_at is null
    and not exists (select from allocation b where b.reference = a.reference and b.shelter = a.shelter
        and b.released_at is null and b.number < a.number);
drop index one_hold_per_place;
create unique index one_hold_per_place on allocation (shelter, number) include (cots) where released_at is null;
create index place_in_service on place (shelter, number) include (closed_until) where in_service;
