package fr.acse.placement;

import fr.acse.codes.ShelterCode;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.CrudRepository;

interface Shelters extends CrudRepository<Shelter, ShelterCode> {

    @Override
    List<Shelter> findAll();

    /** Reads and locks a shelter. Until the transaction ends, no other transaction can hold or close one of its places. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Shelter s where s.code = :code")
    Optional<Shelter> lock(ShelterCode code);
}
