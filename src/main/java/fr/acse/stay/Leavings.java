package fr.acse.stay;

import fr.acse.codes.CaseReference;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Leavings extends JpaRepository<Leaving, UUID> {

    Optional<Leaving> findByReferenceAndAnsweredAtIsNull(CaseReference reference);

    Optional<Leaving> findFirstByReferenceAndAnsweredAtIsNotNullOrderByAnsweredAtDesc(CaseReference reference);
}
