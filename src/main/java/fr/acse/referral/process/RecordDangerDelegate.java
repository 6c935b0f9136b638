package fr.acse.referral.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A new department to avoid counts from the next search on. */
@Component
@ModelStep(name = "Record the danger", does = "A new department to avoid holds from the next search on.")
@Reads("newDangerDepartment")
class RecordDangerDelegate implements JavaDelegate {

    private final ReferralService referrals;

    RecordDangerDelegate(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String department = ReferralProcess.NEW_DANGER_DEPARTMENT.find(execution);
        if (department != null) {
            referrals.avoid(ProcessContract.CASE_REFERENCE.get(execution), department);
        }
    }
}
