package fr.acse.stay.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.stay.process.HouseholdChangeProcess.*;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.process.Relocations;
import fr.acse.stay.HouseholdService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code household-change.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HouseholdChangeSteps {

    /** Checks the entered change of the household: a child was born, joins the woman or leaves. */
    @Bean
    @ModelStep(
            name = "Check the change",
            does = "Refused if the number of children does not fit what has happened.",
            by = {Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING},
            reads = "householdChange childrenCount oldestChildAge",
            writes = "lastHand")
    JavaDelegate checkHouseholdDelegate(HouseholdService households, CurrentPerson person) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            households.check(
                    reference, CHANGE.get(execution), CHILDREN.get(execution), OLDEST_CHILD_AGE.find(execution));
            LAST_HAND.set(execution, person.login());
        };
    }

    /** Records the new household: a child was born, joins the woman or leaves. */
    @Bean
    @ModelStep(
            name = "Change the household",
            does = "Records the household. Changes her places if there is room. Room is searched once at a time.",
            reads = "householdChange childrenCount babyCount oldestChildAge",
            writes = "roomFound")
    JavaDelegate changeHouseholdDelegate(HouseholdService households, CaseProcesses processes) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            boolean room = households.change(
                    reference,
                    CHANGE.get(execution),
                    CHILDREN.get(execution),
                    BABIES.get(execution),
                    OLDEST_CHILD_AGE.find(execution));
            ROOM_FOUND.set(execution, room || processes.isOpen(reference, "task_findRoom"));
        };
    }

    /** Takes more places and cots for the household after the shelter has made them free. */
    @Bean
    @ModelStep(
            name = "Take the room",
            does = "Takes the places for the household. Refused while places or cots are missing.",
            writes = "roomFound")
    JavaDelegate takeRoomDelegate(HouseholdService households) {
        return execution -> {
            Refusal.unless(households.takeRoom(caseOf(execution)), "noRoomYet");
            ROOM_FOUND.set(execution, true);
        };
    }

    /** Starts a search for another shelter, because the shelter has too few places for the household. */
    @Bean
    @ModelStep(
            name = "Ask for another shelter",
            does =
                    "Starts a search for another shelter for the whole household. She keeps her places until they can go.")
    JavaDelegate askRelocationDelegate(Relocations relocations) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Refusal.unless(relocations.ask(reference), "noRelocation", reference);
        };
    }
}
