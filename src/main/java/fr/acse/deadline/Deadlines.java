package fr.acse.deadline;

import fr.acse.codes.CaseReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Deadlines extends CrudRepository<Deadline, String> {

    List<Deadline> findByReferenceOrderByDueAt(CaseReference reference);

    List<Deadline> findByInstanceAndState(String instance, Deadline.State state);

    /** Changes the state of a deadline in one statement, because every timer that fires or ends needs it. @param at end time, or null */
    @Modifying
    @Query("update Deadline d set d.state = :as, d.endedAt = :at where d.job = :job and d.state in :from")
    void become(String job, Set<Deadline.State> from, Deadline.State as, Instant at);

    Optional<Deadline> findByInstanceAndActivityAndState(String instance, String activity, Deadline.State state);
}
