package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.process.Relocations;
import fr.acse.stay.HouseholdService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code household-change.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HouseholdChangeSteps {

    /** Somebody says that a child was born, joins her or leaves. */
    @Bean
    @ModelStep(
            name = "Check the change",
            does = "Only who has a part in the case says so, and the number of children fits what has happened.",
            reads = {"householdChange", "childrenCount", "oldestChildAge"},
            writes = "lastHand")
    JavaDelegate checkHouseholdDelegate(HouseholdService households, CaseAccess access, CurrentPerson person) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            access.require(
                    person.login(),
                    reference,
                    Relation.OPERATOR,
                    Relation.COORDINATION,
                    Relation.HOLDER,
                    Relation.LEAVING);
            households.check(
                    reference,
                    HouseholdChangeProcess.CHANGE.get(execution),
                    HouseholdChangeProcess.CHILDREN.get(execution),
                    HouseholdChangeProcess.OLDEST_CHILD_AGE.find(execution));
            HouseholdChangeProcess.LAST_HAND.set(execution, person.login());
        };
    }

    /** A child is born, joins her or leaves. */
    @Bean
    @ModelStep(
            name = "Change the household",
            does =
                    "The household is recorded in any case; her places change if there is room. Room that is looked for already is looked for once.",
            reads = {"householdChange", "childrenCount", "babyCount", "oldestChildAge"},
            writes = "roomFound")
    JavaDelegate changeHouseholdDelegate(HouseholdService households, CaseProcesses processes) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            boolean room = households.change(
                    reference,
                    HouseholdChangeProcess.CHANGE.get(execution),
                    HouseholdChangeProcess.CHILDREN.get(execution),
                    HouseholdChangeProcess.BABIES.get(execution),
                    HouseholdChangeProcess.OLDEST_CHILD_AGE.find(execution));
            HouseholdChangeProcess.ROOM_FOUND.set(execution, room || processes.isOpen(reference, "task_findRoom"));
        };
    }

    /** The shelter has made room. */
    @Bean
    @ModelStep(
            name = "Take the room",
            does = "Her places are taken. Refused as long as there are not enough places and cots.",
            writes = "roomFound")
    JavaDelegate takeRoomDelegate(HouseholdService households) {
        return execution -> {
            Refusal.unless(households.takeRoom(ProcessContract.CASE_REFERENCE.get(execution)), "noRoomYet");
            HouseholdChangeProcess.ROOM_FOUND.set(execution, true);
        };
    }

    /** There is no room for all of them. */
    @Bean
    @ModelStep(
            name = "Ask for another shelter",
            does = "Another shelter is looked for, for all of them. She keeps her places until they can go.")
    JavaDelegate askRelocationDelegate(Relocations relocations) {
        return execution -> {
            CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
            Refusal.unless(relocations.ask(reference), "noRelocation", reference);
        };
    }
}
