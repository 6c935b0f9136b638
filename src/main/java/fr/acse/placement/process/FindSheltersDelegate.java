package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.placement.OfferService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Counts the shelters that fit while no place is held, and says whether the shelter with the freed place is one of
 * them.
 */
@Component
@ModelStep(
        name = "Find shelters",
        does =
                "Leaves out the shelters in a department to avoid or next to one, and those that cannot take the whole household. Ranks the others by distance, criteria, last answers and places taken. Unknown counts as protected.")
@Reads({"freedShelter", "freedPlaceFits"})
@Writes({"placeHeld", "candidateCount", "freedPlaceFits", "freedShelter"})
record FindSheltersDelegate(OfferService offers) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        List<ShelterCode> fitting = offers.findShelters(ProcessContract.CASE_REFERENCE.get(execution))
                .shelters();
        OrientationProcess.PLACE_HELD.set(execution, false);
        OrientationProcess.CANDIDATE_COUNT.set(execution, fitting.size());
        ShelterCode freed = OrientationProcess.FREED_SHELTER.find(execution);
        OrientationProcess.FREED_PLACE_FITS.set(execution, freed != null && fitting.contains(freed));
        OrientationProcess.FREED_SHELTER.set(
                execution, OrientationProcess.FREED_PLACE_FITS.get(execution) ? freed : null);
    }
}
