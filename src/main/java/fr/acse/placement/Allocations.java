package fr.acse.placement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Allocations extends CrudRepository<Allocation, UUID> {

    List<Allocation> findByReferenceAndReleasedAtIsNull(String reference);

    long countByShelterAndReleasedAtIsNull(String shelter);
}
