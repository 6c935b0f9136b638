-- Who has a part in a case: everybody of an association or a shelter (code), or one person (login). Whether a person is one of them is
-- decided by CaseParts, and nowhere else.
create view case_part as
select reference, 'OPERATOR' part, operator code, null::varchar login, false vetted from referral
union all
select q.reference, 'ASKED', o.shelter, null, false
from offer o join orientation_request q on q.id = o.request
where o.state = 'OPEN' and q.answered_at is null
union all
-- Where she lives while another shelter holds a place for her, she leaves.
select a.reference,
    case when a.occupied and exists (select from allocation h where h.reference = a.reference
            and h.released_at is null and not h.occupied and h.shelter <> a.shelter)
        then 'LEAVING' else 'HOLDER' end,
    a.shelter, null, false
from allocation a where a.released_at is null
union all
select reference, 'FOLLOWER', follower, null, false from permit_track
union all
-- The escort of the journey that is planned or under way, and whoever takes her over later.
select j.reference, 'ESCORT', r.operator, e.escort, g.code is not null
from journey j
join referral r on r.reference = j.reference
left join organisation g on g.code = r.operator
cross join lateral (select j.escort union
    select l.escort from leg l where l.journey = j.id and l.number >= j.stretch) e
where j.ended_at is null
union all
-- Where the shelter said yes by telephone: who heard it.
select q.reference, 'TELEPHONE', o.shelter, o.answered_by, false
from orientation_request q
cross join lateral (select a.* from offer a where a.request = q.id and a.state = 'ACCEPTED') o
where o.said_at is not null
    and not exists (select from offer later join orientation_request p on p.id = later.request
        where p.reference = q.reference and later.state = 'ACCEPTED' and later.opened_at > o.opened_at)
union all
-- Supervisors, while an alarm for danger stands at them.
select reference, 'ALARMED', null, null, false from alarm
where taken_at is null and ended_at is null and reference is not null and pace = 'danger' and 'supervisors' = any (told)
union all
select reference, 'FINANCE', null, null, false from allowance
union all
select reference, 'FINANCE', null, null, false from travel_claim;
