package fr.acse.placement;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Aparts extends JpaRepository<Apart, UUID> {

    @Query("select a from Apart a where a.one = :reference or a.other = :reference")
    List<Apart> findOf(CaseReference reference);
}
