-- The report of a year that is over, as it was in the first file that was made of it.
create table year_report (
    year   int primary key,
    report text not null
);

-- One case stands for all cases that are linked as those of one woman: the first by its reference.
create view woman (reference, woman) as
with recursive
    link (one, other) as (
        select reference, earlier from same_woman where undone_at is null
        union
        select earlier, reference from same_woman where undone_at is null
    ),
    hers (reference, other) as (
        select one, other from link
        union
        select hers.reference, link.other from hers join link on link.one = hers.other
    ),
    linked (reference, woman) as (select reference, min(other) from hers group by reference)
select reference, coalesce(linked.woman, reference) from referral left join linked using (reference);
