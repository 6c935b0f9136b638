package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.stay.HouseholdService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody says that a child was born, joins her or leaves. */
@Component
@ModelStep(
        name = "Check the change",
        does = "Only who has a part in the case says so, and the number of children fits what has happened.")
@Reads({"householdChange", "childrenCount", "oldestChildAge"})
@Writes("lastHand")
record CheckHouseholdDelegate(HouseholdService households, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(
                person.login(), reference, Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);
        households.check(
                reference,
                HouseholdChangeProcess.CHANGE.get(execution),
                HouseholdChangeProcess.CHILDREN.get(execution),
                HouseholdChangeProcess.OLDEST_CHILD_AGE.find(execution));
        ProcessContract.LAST_HAND.set(execution, person.login());
    }
}
