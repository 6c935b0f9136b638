package fr.acse.stay.process;

import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.CaseProcesses;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.ReferralService;
import fr.acse.stay.EmergencyService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code health-emergency.bpmn}. */
@Configuration(proxyBeanMethods = false)
class HealthEmergencySteps {

    /** Records that the woman or her child needs a doctor at once. */
    @Bean
    @ModelStep(
            name = "Record the emergency",
            does =
                    "Tells the association and the coordination. Refused if she lives in no shelter, or if an emergency is open already.",
            by = {Relation.OPERATOR, Relation.COORDINATION, Relation.HOLDER, Relation.LEAVING},
            writes = "operatorGroup")
    JavaDelegate recordEmergencyDelegate(
            EmergencyService emergencies, ReferralService referrals, CaseProcesses processes) {
        return execution -> {
            CaseReference reference = caseOf(execution);
            Refusal.unless(!processes.isOpen(reference, "task_followEmergency"), "emergencyOpen", reference);
            emergencies.report(reference);
            HealthEmergencyProcess.OPERATOR_GROUP.set(
                    execution, People.ORGANISATION + referrals.get(reference).operator());
        };
    }

    /** Proposes that the woman leaves, because she stays in hospital for long. Another person confirms the proposal. */
    @Bean
    @ModelStep(
            name = "Propose that she stays in hospital",
            does = "Opens the proposal for another person to confirm. Her place is kept until then.")
    JavaDelegate proposeStaysThereDelegate(Days days) {
        return execution -> LeavingStart.propose(execution, "hospital", days.today());
    }
}
