package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds shelters for a case, and says why each other shelter is left out. The rules are in {@link Search}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class SearchService {

    private final NeedsOfCase needs;
    private final NewsOfShelters news;
    private final Shelters shelters;
    private final Departments departments;
    private final ShelterCriteria criteria;
    private final ConsideredShelters considered;
    private final Clock clock;

    /** Which shelters fit a case now, and why the others do not. */
    public Ranking search(CaseReference reference) {
        Instant now = clock.instant();
        return rules(reference, now).rank(shelters.findAll(), news.occupancies(now), news.lastAnswers(now));
    }

    /** The same search for a round of offers of a request. Its result for each shelter is kept. */
    Ranking search(CaseReference reference, UUID request, int round) {
        Ranking ranking = search(reference);
        considered.keep(request, round, ranking);
        return ranking;
    }

    /** Shelters that a kept search of a request has ranked. */
    Set<ShelterCode> everRanked(UUID request) {
        return considered.everRanked(request);
    }

    /** Whether the people whom she fears are in a department. */
    boolean isDangerous(CaseReference reference, String department) {
        return needs.dangersOf(reference).contains(department);
    }

    /** Whether a shelter is in a department to avoid, or next to one. */
    boolean isNearDanger(CaseReference reference, ShelterCode shelter) {
        return departments
                .withNeighbours(needs.dangersOf(reference))
                .contains(shelters.findById(shelter).orElseThrow().department());
    }

    /** Whether a shelter fits a case now, and until the transaction ends. */
    boolean fits(CaseReference reference, ShelterCode shelter) {
        Instant now = clock.instant();
        return !rules(reference, now)
                .rank(List.of(shelters.lock(shelter).orElseThrow()), news.occupancyOf(shelter, now), Map.of())
                .candidates()
                .isEmpty();
    }

    private Search rules(CaseReference reference, Instant now) {
        return new Search(departments, criteria.table(), needs.needsOf(reference, now));
    }
}
