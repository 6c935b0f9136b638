package fr.acse.referral.process;

import fr.acse.Refusal;
import fr.acse.platform.ProcessContract;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Only an open case takes events; a complaint may be filed after the stay. */
@Component
class CheckEventDelegate implements JavaDelegate {

    private final ReferralService referrals;

    CheckEventDelegate(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Referral referral = referrals.get(ProcessContract.CASE_REFERENCE.get(execution));
        if (!referral.isOpen() && !"complaintFiled".equals(CaseEventProcess.EVENT_KIND.get(execution))) {
            throw new Refusal("eventNotNow", referral.reference());
        }
    }
}
