package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import fr.acse.stay.EmergencyService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She, or a child of hers, needs a doctor at once. */
@Component
@ModelStep(
        name = "Record the emergency",
        does = "Only while she lives in a shelter, and once at a time. The association and the coordination are told.")
@Writes("operatorGroup")
record RecordEmergencyDelegate(
        EmergencyService emergencies,
        ReferralService referrals,
        CaseAccess access,
        StayTasks tasks,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        access.require(
                person.login(), reference, Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING);
        Refusal.unless(!tasks.isOpen(reference, "task_followEmergency"), "emergencyOpen", reference);
        emergencies.report(reference);
        HealthEmergencyProcess.OPERATOR_GROUP.set(
                execution, People.ORGANISATION + referrals.get(reference).operator());
    }
}
