package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Journeys extends JpaRepository<Journey, UUID> {

    Optional<Journey> findByReferenceAndEndedAtIsNull(CaseReference reference);

    List<Journey> findByReferenceOrderByDepartureAt(CaseReference reference);
}
