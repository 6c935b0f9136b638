package fr.acse.herdata;

import fr.acse.codes.CaseReference;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface DataRequests extends CrudRepository<DataRequest, UUID> {

    /** She has at most one open request of a kind. */
    Optional<DataRequest> findByReferenceAndKindAndAnsweredAtIsNull(CaseReference reference, String kind);
}
