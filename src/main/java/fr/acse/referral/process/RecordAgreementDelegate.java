package fr.acse.referral.process;

import fr.acse.platform.ProcessContract;
import fr.acse.referral.ReferralService;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the arrival that operator and shelter agreed on. */
@Component
class RecordAgreementDelegate implements JavaDelegate {

    private final ReferralService referrals;

    RecordAgreementDelegate(ReferralService referrals) {
        this.referrals = referrals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if ("agreed".equals(ReferralProcess.AGREEMENT.get(execution))) {
            referrals.agreeArrival(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    LocalDate.parse(ReferralProcess.ARRIVAL_DATE.get(execution)));
        }
    }
}
