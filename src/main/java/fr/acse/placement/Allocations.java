package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Allocations extends CrudRepository<Allocation, UUID> {

    List<Allocation> findByReferenceAndReleasedAtIsNull(CaseReference reference);

    long countByShelterAndReleasedAtIsNull(ShelterCode shelter);

    List<Allocation> findByShelterAndOccupiedFalseAndReleasedAtIsNullOrderByReference(ShelterCode shelter);

    List<Allocation> findByShelterAndOccupiedTrueAndReleasedAtIsNullOrderByReference(ShelterCode shelter);
}
