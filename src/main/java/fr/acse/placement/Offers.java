package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Offers extends CrudRepository<Offer, UUID> {

    List<Offer> findByRequestOrderByRoundAscPositionAsc(UUID request);

    Optional<Offer> findByRequestAndRoundAndPosition(UUID request, int round, int position);

    /** All offers of a case, in all its requests. */
    @Query("""
            select o from Offer o, OrientationRequest r where o.request = r.id and r.reference = :reference
            order by r.submittedAt, o.round, o.position""")
    List<Offer> findByReference(CaseReference reference);

    /** The latest answers of each shelter since a moment. An offer that expired without an answer counts too. */
    @Query("""
            select new fr.acse.placement.LastAnswers(o.shelter,
                count(case when o.state in (ACCEPTED, RELEASED, TOO_LATE) then 1 end),
                count(case when o.state in (DECLINED, TAKEN_BACK) then 1 end),
                count(case when o.state = EXPIRED and o.hadPeople = true then 1 end))
            from Shelter s join lateral (
                select l.shelter as shelter, l.state as state, l.hadPeople as hadPeople from Offer l
                where l.shelter = s.code and l.openedAt > :since and l.state not in (OPEN, WITHDRAWN)
                order by l.openedAt desc limit :most) o
            group by o.shelter""")
    List<LastAnswers> lastAnswers(Instant since, int most);

    /** The open requests for which the shelter has an open offer. */
    @Query("""
            select r from Offer o, OrientationRequest r
            where o.request = r.id and o.shelter = :shelter and o.state = OPEN and r.answeredAt is null""")
    List<OrientationRequest> requestsAsking(ShelterCode shelter);
}
