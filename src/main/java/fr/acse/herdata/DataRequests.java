package fr.acse.herdata;

import fr.acse.codes.CaseReference;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface DataRequests extends CrudRepository<DataRequest, UUID> {

    /** The open request of this kind. The service allows one open request of each kind per case. */
    Optional<DataRequest> findByReferenceAndKindAndAnsweredAtIsNull(CaseReference reference, String kind);
}
