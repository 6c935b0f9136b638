package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.*;

import fr.acse.codes.ShelterCode;
import fr.acse.placement.HeldPlace;
import fr.acse.platform.identity.People;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Sets the process variables of a held place: its shelter, the end of the hold, and the time of the warning. */
final class HoldVariables {

    private HoldVariables() {}

    /** @param held the held place, or null if no place is held */
    static void set(DelegateExecution execution, HeldPlace held) {
        setShelter(execution, held == null ? null : held.shelter());
        HOLD_EXPIRES_AT.set(execution, held == null ? null : held.until());
        HOLD_WARNING_AT.set(execution, held == null ? null : held.warnAt());
    }

    /** @param code code of the shelter that gets the next tasks, or null */
    static void setShelter(DelegateExecution execution, ShelterCode code) {
        SHELTER_CODE.set(execution, code);
        SHELTER_GROUP.set(execution, code == null ? null : People.ORGANISATION + code);
    }
}
