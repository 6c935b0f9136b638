package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

interface Deadlines extends CrudRepository<Deadline, String> {

    List<Deadline> findByReferenceOrderByDueAt(CaseReference reference);

    List<Deadline> findByInstanceAndState(String instance, Deadline.State state);

    Optional<Deadline> findByInstanceAndActivityAndState(String instance, String activity, Deadline.State state);
}
