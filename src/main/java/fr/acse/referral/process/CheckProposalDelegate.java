package fr.acse.referral.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.ReferralService;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The proposed days must fit together before the shelter is asked. */
@Component
@ModelStep(
        name = "Check the proposal",
        does =
                "The interview comes on the day of arrival at the latest. The place is held until a day after the proposed day of arrival.")
@Reads({"arrivalDate", "interviewDate"})
record CheckProposalDelegate(ReferralService referrals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        referrals.checkProposal(
                ProcessContract.CASE_REFERENCE.get(execution),
                LocalDate.parse(AgreeArrivalProcess.ARRIVAL_DATE.get(execution)),
                LocalDate.parse(AgreeArrivalProcess.INTERVIEW_DATE.get(execution)));
    }
}
