package fr.acse.breach;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Breaches extends JpaRepository<Breach, UUID> {

    Optional<Breach> findFirstByReferenceOrderByReportedAtDesc(CaseReference reference);

    List<Breach> findByReferenceAndDecisionIsNull(CaseReference reference);
}
