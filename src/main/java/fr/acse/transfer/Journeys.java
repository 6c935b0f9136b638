package fr.acse.transfer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

public interface Journeys extends CrudRepository<Journey, UUID> {

    Optional<Journey> findByReferenceAndEndedAtIsNull(String reference);

    List<Journey> findByReferenceOrderByDepartureAt(String reference);
}
