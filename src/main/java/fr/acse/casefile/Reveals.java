package fr.acse.casefile;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

public interface Reveals extends CrudRepository<Reveal, Long> {

    List<Reveal> findByReferenceOrderById(String reference);
}
