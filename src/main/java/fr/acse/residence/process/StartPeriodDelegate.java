package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.PermitService;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A permit was granted: from now on its renewal and its end are watched. */
@Component
@ModelStep(
        name = "Start the period",
        does =
                "Calendar months in Europe/Paris from the day of the permit; the renewal is due two months before the end.")
@Reads({"decidedOn", "permitMonths"})
@Writes({"renewalDueOn", "permitEndsOn", "permitEndDate", "renewal", "proceedings"})
class StartPeriodDelegate implements JavaDelegate {

    private final PermitService permits;

    StartPeriodDelegate(PermitService permits) {
        this.permits = permits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PermitService.Period period = permits.startPeriod(
                ProcessContract.CASE_REFERENCE.get(execution),
                LocalDate.parse(ResidencePermitProcess.DECIDED_ON.get(execution)),
                ResidencePermitProcess.MONTHS.get(execution));
        ResidencePermitProcess.RENEWAL_DUE_ON.set(execution, Date.from(period.renewalDue()));
        ResidencePermitProcess.ENDS_ON.set(execution, Date.from(period.ends()));
        ResidencePermitProcess.END_DATE.set(execution, period.until().toString());
        ResidencePermitProcess.RENEWAL.set(execution, null);
        ResidencePermitProcess.PROCEEDINGS.set(execution, null);
    }
}
