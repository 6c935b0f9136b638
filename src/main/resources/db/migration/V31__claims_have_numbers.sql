-- The payee reads the number of the claim beside the sum.
alter table travel_claim add column number integer generated always as identity;
create unique index travel_claim_number on travel_claim (number);
