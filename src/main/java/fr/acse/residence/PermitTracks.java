package fr.acse.residence;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface PermitTracks extends CrudRepository<PermitTrack, Integer> {

    List<PermitTrack> findByReferenceOrderById(CaseReference reference);

    Optional<PermitTrack> findByReferenceAndRouteAndClosedAtIsNull(CaseReference reference, String route);

    boolean existsByReference(CaseReference reference);
}
