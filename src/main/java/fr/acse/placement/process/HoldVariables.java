package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.placement.HeldPlace;
import fr.acse.platform.identity.People;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** What the models know of a held place: which shelter has it, until when it is held, and when the warning comes. */
final class HoldVariables {

    private HoldVariables() {}

    /** @param held or null if no place is held */
    static void set(DelegateExecution execution, HeldPlace held) {
        setShelter(execution, held == null ? null : held.shelter());
        OrientationProcess.HOLD_EXPIRES_AT.set(execution, held == null ? null : Date.from(held.until()));
        OrientationProcess.HOLD_WARNING_AT.set(execution, held == null ? null : Date.from(held.warnAt()));
    }

    /** @param code of the shelter whose tasks follow, or null */
    static void setShelter(DelegateExecution execution, ShelterCode code) {
        OrientationProcess.SHELTER_CODE.set(execution, code);
        OrientationProcess.SHELTER_GROUP.set(execution, code == null ? null : People.ORGANISATION + code);
    }
}
