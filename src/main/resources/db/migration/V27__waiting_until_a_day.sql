-- She waits for a place and cannot come before this day.
alter table orientation_request add column parked_until date;
