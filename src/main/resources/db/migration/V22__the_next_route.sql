-- Where a permit has ended, the route that is looked at next.
alter table permit add column other_route varchar(20);
