package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.AppealService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Until when she may appeal. */
@Component
@ModelStep(
        name = "Set the last days",
        does = "The last day of each kind of appeal, from the day of the notification (settings acse.permit.appeal).")
@Reads({"judgedOn", "notifiedOn", "appliedOn", "appealFiledOn", "obligation", "permitRoute"})
@Writes({"informalUntil", "courtUntil", "appealSoonAt", "appealOverAt"})
class SetAppealDaysDelegate implements JavaDelegate {

    private final AppealService appeals;

    SetAppealDaysDelegate(AppealService appeals) {
        this.appeals = appeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String judged = PermitRequestProcess.JUDGED_ON.find(execution);
        LocalDate told = LocalDate.parse(judged == null ? PermitRequestProcess.NOTIFIED_ON.get(execution) : judged);
        LocalDate asked = PrintedTitle.day(
                (judged == null ? PermitRequestProcess.APPLIED_ON : PermitRequestProcess.APPEAL_FILED_ON)
                        .find(execution));
        Refusal.unless(asked == null || !told.isBefore(asked), "toldBeforeAsked", Words.day(told), Words.day(asked));
        AppealService.LastDays days = appeals.lastDays(
                told,
                PermitRequestProcess.OBLIGATION.get(execution),
                judged != null,
                PermitVariables.ROUTE.get(execution));
        PermitRequestProcess.INFORMAL_UNTIL.set(
                execution, days.informal() == null ? null : days.informal().toString());
        PermitRequestProcess.COURT_UNTIL.set(execution, days.court().toString());
        PermitRequestProcess.APPEAL_SOON.set(execution, Date.from(days.soon()));
        PermitRequestProcess.APPEAL_OVER.set(execution, Date.from(days.over()));
    }
}
