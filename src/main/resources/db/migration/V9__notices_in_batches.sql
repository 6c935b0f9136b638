-- Numbers are taken fifty at a time, so that the notices of a transaction are written together.
create sequence notice_seq increment by 50;
select setval('notice_seq', (select coalesce(max(id), 0) + 50 from notice));
alter table notice alter column id drop identity;
