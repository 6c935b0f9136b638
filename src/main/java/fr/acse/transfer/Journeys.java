package fr.acse.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Journeys extends JpaRepository<Journey, UUID> {

    Optional<Journey> findByReferenceAndEndedAtIsNull(String reference);

    List<Journey> findByReferenceOrderByDepartureAt(String reference);
}
