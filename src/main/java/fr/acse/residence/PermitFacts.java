package fr.acse.residence;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface PermitFacts extends CrudRepository<PermitFact, Integer> {

    boolean existsByTrackAndKindAndHappenedOn(int track, String kind, LocalDate happenedOn);

    List<PermitFact> findByReferenceOrderById(CaseReference reference);
}
