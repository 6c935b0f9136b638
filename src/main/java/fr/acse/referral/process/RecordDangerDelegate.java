package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A new department to avoid counts from the next search on. */
@Component
@ModelStep(
        name = "Record the danger",
        does =
                "A new department to avoid holds from the next search on; what was done is told to whom it concerns, and another shelter is looked for if that was asked.")
@Reads({"newDangerDepartment", "dangerResponse"})
record RecordDangerDelegate(ReferralService referrals, Relocations relocations) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        String department = ReferralProcess.NEW_DANGER_DEPARTMENT.find(execution);
        if (department != null) {
            referrals.avoid(reference, department);
        }
        String response = ReferralProcess.DANGER_RESPONSE.get(execution);
        referrals.dangerMet(reference, response);
        if ("relocationAsked".equals(response)) {
            Refusal.unless(relocations.ask(reference), "noRelocation", reference);
        }
    }
}
