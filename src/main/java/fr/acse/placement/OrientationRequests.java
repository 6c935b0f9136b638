package fr.acse.placement;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

public interface OrientationRequests extends CrudRepository<OrientationRequest, UUID> {

    Optional<OrientationRequest> findByReferenceAndAnsweredAtIsNull(String reference);

    /** Reads the open request so that nobody else accepts for it until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from OrientationRequest r where r.reference = :reference and r.answeredAt is null")
    Optional<OrientationRequest> lockOpen(String reference);

    List<OrientationRequest> findByReferenceOrderBySubmittedAt(String reference);
}
