package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.words.Refusal;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface OrientationRequests extends CrudRepository<OrientationRequest, UUID> {

    /**
     * Hibernate caches the plan of a written query. For a query that is derived from a method name, Hibernate makes a new plan at each
     * call.
     */
    String OPEN = "select r from OrientationRequest r where r.reference = :reference and r.answeredAt is null";

    /** @param since when the case first came on the waiting list */
    record Waiting(OrientationRequest request, Instant since) {}

    @Query(OPEN)
    Optional<OrientationRequest> findOpen(CaseReference reference);

    /**
     * Reads and locks the open request. Until the transaction ends, no other transaction can accept an offer for this request or answer it.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(OPEN)
    Optional<OrientationRequest> lockOpen(CaseReference reference);

    List<OrientationRequest> findByReferenceOrderBySubmittedAt(CaseReference reference);

    /** The cases on the waiting list. Their latest request has the answer "waiting list", and the case is not closed. */
    @Query("""
            select new fr.acse.placement.OrientationRequests$Waiting(r,
                (select min(f.submittedAt) from OrientationRequest f
                    where f.reference = r.reference and f.outcome = WAITING_LIST))
            from OrientationRequest r, Referral c
            where r.outcome = WAITING_LIST and c.reference = r.reference and c.closedAt is null
                and not exists (select n from OrientationRequest n
                    where n.reference = r.reference and n.submittedAt > r.submittedAt)""")
    List<Waiting> findWaiting();

    /** @throws Refusal if the case has no open request */
    default OrientationRequest open(CaseReference reference) {
        return findOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** @throws Refusal if the case has no open request */
    default OrientationRequest lock(CaseReference reference) {
        return lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** Whether the woman is not safe tonight, as the latest request says. The urgency ends when she arrives. */
    @Query(
            value = "select exists (select from urgent_request where reference = :#{#reference.value()})",
            nativeQuery = true)
    boolean isUrgent(CaseReference reference);

    default OrientationRequest latest(CaseReference reference) {
        List<OrientationRequest> all = findByReferenceOrderBySubmittedAt(reference);
        return all.get(all.size() - 1);
    }
}
