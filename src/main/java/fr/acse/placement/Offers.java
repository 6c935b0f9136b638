package fr.acse.placement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

public interface Offers extends CrudRepository<Offer, UUID> {

    List<Offer> findByRequestOrderByRoundAscPositionAsc(UUID request);

    Optional<Offer> findByRequestAndRoundAndPosition(UUID request, int round, int position);
}
