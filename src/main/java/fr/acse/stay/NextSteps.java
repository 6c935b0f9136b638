package fr.acse.stay;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface NextSteps extends CrudRepository<StayStep, Long> {

    List<StayStep> findByReferenceAndDoneOnIsNullOrderByDueOnAscKindAsc(CaseReference reference);
}
