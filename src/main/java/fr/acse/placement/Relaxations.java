package fr.acse.placement;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface Relaxations extends CrudRepository<Relaxation, Long> {

    List<Relaxation> findByRequest(UUID request);
}
