-- The bank refuses the account to which a file was written; a later one has nothing to do with it, however late the answer comes.
alter table shelter_account
    add column edition         integer not null default 1,
    add column refused_edition integer not null default 0,
    add column refused_because varchar(40);
update shelter_account set edition = 2 where refused_at < confirmed_at;
update shelter_account a set refused_edition = 1, refused_because = coalesce(
    (select o.bank_reason from payment_order o join allowance on allowance.id = o.allowance
     where allowance.advanced_by = a.shelter and o.bank_reason is not null order by o.ordered_at desc limit 1), 'noReason')
where refused_at is not null;
alter table shelter_account alter column edition drop default, alter column refused_edition drop default, drop column refused_at;

alter table payment_order add column account_edition integer;
update payment_order o set account_edition = case when r.started_at < a.confirmed_at then a.edition - 1 else a.edition end
from payment_run r, allowance, shelter_account a
where r.reference = o.run and allowance.id = o.allowance and a.shelter = allowance.advanced_by;
