package fr.acse.breach;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Residents extends JpaRepository<Resident, Resident.Id> {

    List<Resident> findByIdBreachOrderByIdNumber(UUID breach);
}
