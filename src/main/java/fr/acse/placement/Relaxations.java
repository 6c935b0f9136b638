package fr.acse.placement;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Relaxations extends CrudRepository<Relaxation, Long> {

    /** The relaxed constraints of a case. A relaxed constraint also holds for later requests of the case. */
    @Query("select x from Relaxation x, OrientationRequest r where x.request = r.id and r.reference = :reference")
    List<Relaxation> findByReference(CaseReference reference);
}
