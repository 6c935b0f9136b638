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
     * The query is written out, so that Hibernate keeps its plan. For a query that it derives from the name of a
     * method, it makes a new plan each time.
     */
    String OPEN = "select r from OrientationRequest r where r.reference = :reference and r.answeredAt is null";

    /** @param since when the case was first put on the list */
    record Waiting(OrientationRequest request, Instant since) {}

    @Query(OPEN)
    Optional<OrientationRequest> findOpen(CaseReference reference);

    /** Reads and locks the open request: until the transaction ends, nobody else can accept for it or answer it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(OPEN)
    Optional<OrientationRequest> lockOpen(CaseReference reference);

    List<OrientationRequest> findByReferenceOrderBySubmittedAt(CaseReference reference);

    /** The cases on the waiting list: those in which the latest answer was to wait and which are not closed. */
    @Query("""
            select new fr.acse.placement.OrientationRequests$Waiting(r,
                (select min(f.submittedAt) from OrientationRequest f
                    where f.reference = r.reference and f.outcome = WAITING_LIST))
            from OrientationRequest r, Referral c
            where r.outcome = WAITING_LIST and c.reference = r.reference and c.closedAt is null
                and not exists (select n from OrientationRequest n
                    where n.reference = r.reference and n.submittedAt > r.submittedAt)""")
    List<Waiting> findWaiting();

    /** @throws Refusal if no answer is owed for the case */
    default OrientationRequest open(CaseReference reference) {
        return findOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** @throws Refusal if no answer is owed for the case */
    default OrientationRequest lock(CaseReference reference) {
        return lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** The latest request of a case. */
    default OrientationRequest latest(CaseReference reference) {
        List<OrientationRequest> all = findByReferenceOrderBySubmittedAt(reference);
        return all.get(all.size() - 1);
    }
}
