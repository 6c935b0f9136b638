package fr.acse.transfer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Legs extends JpaRepository<Leg, Leg.Id> {

    List<Leg> findByIdJourneyOrderByIdNumber(UUID journey);
}
