package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds shelters for a case, and says why each other shelter is left out. The rules are in {@link Search}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SearchService {

    private final SearchInputs inputs;
    private final Shelters shelters;
    private final Departments departments;
    private final ShelterCriteria criteria;

    SearchService(SearchInputs inputs, Shelters shelters, Departments departments, ShelterCriteria criteria) {
        this.inputs = inputs;
        this.shelters = shelters;
        this.departments = departments;
        this.criteria = criteria;
    }

    /** Which shelters fit a case now, and why the others do not. */
    public Ranking search(CaseReference reference) {
        return rules(reference).rank(shelters.findAll(), inputs.occupancies(), inputs.lastAnswers());
    }

    /** Whether a shelter is in a department to avoid, or next to one. */
    boolean isNearDanger(CaseReference reference, ShelterCode shelter) {
        return departments
                .withNeighbours(inputs.dangersOf(reference))
                .contains(shelters.findById(shelter).orElseThrow().department());
    }

    /** Whether a shelter fits a case now, and until the transaction ends. */
    boolean fits(CaseReference reference, ShelterCode shelter) {
        return !rules(reference)
                .rank(List.of(shelters.lock(shelter).orElseThrow()), inputs.occupancyOf(shelter), Map.of())
                .candidates()
                .isEmpty();
    }

    private Search rules(CaseReference reference) {
        return new Search(departments, criteria.table(), inputs.needsOf(reference));
    }
}
