package fr.acse.placement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Holds extends CrudRepository<Hold, UUID> {

    List<Hold> findByReferenceAndReleasedAtIsNull(String reference);

    long countByShelterAndReleasedAtIsNull(String shelter);
}
