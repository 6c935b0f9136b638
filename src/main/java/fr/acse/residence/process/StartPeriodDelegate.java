package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.OfEarlierModels;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A permit was granted, in a track that began before each title had its printed days. */
@Component
@OfEarlierModels
@ModelStep(
        name = "Start the period",
        does =
                "Calendar months in Europe/Paris from the day of the permit; the renewal is due two months before the end. For tracks that began before release 15.")
@Reads({"decidedOn", "permitMonths"})
@Writes({"renewalDueOn", "permitEndsOn", "permitEndDate", "renewal", "proceedings"})
class StartPeriodDelegate implements JavaDelegate {

    private static final int RENEWAL_MONTHS = 2;

    private final EarlierTitles titles;
    private final ZoneId zone;

    StartPeriodDelegate(EarlierTitles titles, ZoneId zone) {
        this.titles = titles;
        this.zone = zone;
    }

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate end = titles.keep(execution, ProcessContract.CASE_REFERENCE.get(execution), "temporaryPermit")
                .plusDays(1);
        PermitVariables.RENEWAL_DUE_ON.set(execution, start(end.minusMonths(RENEWAL_MONTHS)));
        PermitVariables.ENDS_ON.set(execution, start(end));
        PermitVariables.END_DATE.set(execution, end.toString());
        ResidencePermitProcess.RENEWAL.set(execution, null);
        ResidencePermitProcess.PROCEEDINGS.set(execution, null);
    }

    private Date start(LocalDate day) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
