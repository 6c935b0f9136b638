-- Receipts outlive the case: each is in a sealed file of its own, with nothing else of her.
create table receipt_file (
    file    varchar(14) primary key references case_file on update cascade,
    subject uuid not null,
    paid_on date not null
);
create index receipt_file_paid_on on receipt_file (paid_on);

-- Those that are not erased yet.
create view receipt_kept as
    select r.file, r.paid_on, case when t.id is null then 'allowance' else 'claim' end as subject, coalesce(t.number, a.number) as number
    from receipt_file r join case_file f on f.reference = r.file
    left join travel_claim t on t.id = r.subject
    left join allowance a on a.id = r.subject
    where f.wrapped_key is not null;
