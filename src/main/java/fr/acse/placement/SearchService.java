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

/** Finds shelters for a case and gives the reasons why each other shelter is left out. The rules are in {@link Search}. */
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

    /** Finds the shelters that fit a case now, and the reasons why the other shelters do not fit. */
    public Ranking search(CaseReference reference) {
        Instant now = clock.instant();
        return rules(reference, now).rank(shelters.findAll(), news.occupancies(now), news.lastAnswers(now));
    }

    /** Searches shelters for a round of offers of a request, and stores the result for each shelter. */
    Ranking search(CaseReference reference, UUID request, int round) {
        Ranking ranking = search(reference);
        considered.keep(request, round, ranking);
        return ranking;
    }

    /** The shelters that a stored search of the request has ranked. */
    Set<ShelterCode> everRanked(UUID request) {
        return considered.everRanked(request);
    }

    /** Whether a department is one that the case must avoid. The neighbouring departments do not count. */
    boolean isDangerous(CaseReference reference, String department) {
        return needs.dangersOf(reference).contains(department);
    }

    /** Whether a shelter is in a department to avoid or next to one. */
    boolean isNearDanger(CaseReference reference, ShelterCode shelter) {
        return departments
                .withNeighbours(needs.dangersOf(reference))
                .contains(shelters.findById(shelter).orElseThrow().department());
    }

    /** Whether a shelter fits a case now. The shelter stays locked until the transaction ends. */
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
