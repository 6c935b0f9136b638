package fr.acse.residence;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface PermitFacts extends CrudRepository<PermitFact, Integer> {

    List<PermitFact> findByReferenceOrderById(CaseReference reference);
}
