package fr.acse.referral.process;

import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.referral.ReferralService;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the arrival that operator and shelter agreed on. */
@Component
@ModelStep(name = "Record the agreement", does = "Records what was agreed. A transfer needs an agreed arrival.")
@Reads({"agreement", "arrivalDate"})
@Writes("lossReportedBy")
record RecordAgreementDelegate(ReferralService referrals, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        access.require(
                person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.HOLDER, Relation.TELEPHONE);
        AgreeArrivalProcess.LOSS_REPORTED_BY.set(execution, person.login());
        if ("agreed".equals(AgreeArrivalProcess.AGREEMENT.get(execution))) {
            referrals.agreeArrival(
                    ProcessContract.CASE_REFERENCE.get(execution),
                    LocalDate.parse(AgreeArrivalProcess.ARRIVAL_DATE.get(execution)));
        }
    }
}
