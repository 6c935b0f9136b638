-- Receipts outlive the case: each is in a sealed file of its own, with nothing else of her.
create table receipt_file (
    file    varchar(14) primary key references case_file on update cascade,
    subject uuid not null,
    paid_on date not null
);
create index receipt_file_paid_on on receipt_file (paid_on);
