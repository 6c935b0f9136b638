package fr.acse.payment;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface TravelClaims extends CrudRepository<TravelClaim, UUID> {

    List<TravelClaim> findByReference(CaseReference reference);
}
