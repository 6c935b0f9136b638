package fr.acse.residence;

import fr.acse.codes.CaseReference;
import java.util.List;
import org.springframework.data.repository.CrudRepository;

interface Titles extends CrudRepository<Title, Integer> {

    List<Title> findByReferenceOrderById(CaseReference reference);

    List<Title> findByTrackAndEndedAsIsNullOrderById(int track);

    List<Title> findByTrackAndEndedAsOrderById(int track, String endedAs);
}
