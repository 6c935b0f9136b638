-- Erasing a case destroys its key and gives what is kept for counting another reference, by which nobody finds her.
alter table case_file alter column wrapped_key drop not null;

alter table referral drop constraint referral_reference_fkey,
    add foreign key (reference) references case_file on update cascade;
alter table hold drop constraint hold_reference_fkey,
    add foreign key (reference) references referral on update cascade;
alter table orientation_request drop constraint orientation_request_reference_fkey,
    add foreign key (reference) references referral on update cascade;
alter table journey drop constraint journey_reference_fkey,
    add foreign key (reference) references referral on update cascade;
alter table allowance drop constraint allowance_reference_fkey,
    add foreign key (reference) references referral on update cascade;
alter table travel_claim drop constraint travel_claim_reference_fkey,
    add foreign key (reference) references referral on update cascade;
alter table permit drop constraint permit_reference_fkey,
    add foreign key (reference) references referral on update cascade;

alter table referral add column erasure_announced_at timestamptz;

create table erasure (
    reference varchar(14)   primary key,
    erased_at timestamptz   not null,
    erased_by varchar(64)   not null,
    report    varchar(4000) not null
);
