package fr.acse.casefile;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface SealedValues extends CrudRepository<SealedValue, SealedValue.Key> {

    List<SealedValue> findByIdReference(String reference);
}
