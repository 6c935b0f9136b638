package fr.acse.deadline;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface Moves extends CrudRepository<Move, Long> {

    List<Move> findByJobOrderByMovedAt(String job);
}
