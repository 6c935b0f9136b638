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
        does =
                "The last day of each kind of appeal, from the day of the notification (settings acse.permit.appeal). What was recorded wrongly of the refusal is corrected first.")
@Reads({
    "judgedOn",
    "notifiedOn",
    "rightNotifiedOn",
    "rightObligation",
    "appliedOn",
    "appealFiledOn",
    "obligation",
    "permitRoute"
})
@Writes({
    "informalUntil",
    "courtUntil",
    "appealSoonAt",
    "appealOverAt",
    "appealFiledOn",
    "judgedOn",
    "notifiedOn",
    "obligation",
    "rightNotifiedOn",
    "rightObligation"
})
record SetAppealDaysDelegate(AppealService appeals) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        correct(execution);
        String judged = PermitRequestProcess.JUDGED_ON.find(execution);
        LocalDate told = LocalDate.parse(judged == null ? PermitRequestProcess.NOTIFIED_ON.get(execution) : judged);
        LocalDate asked = PrintedTitle.day(
                (judged == null ? PermitRequestProcess.APPLIED_ON : PermitRequestProcess.APPEAL_FILED_ON)
                        .find(execution));
        if (asked != null && told.isBefore(asked)) {
            throw new Refusal("toldBeforeAsked", Words.day(told), Words.day(asked));
        }
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
        // The next appeal has a day of its own.
        PermitRequestProcess.APPEAL_FILED_ON.set(execution, null);
    }

    /** What was recorded of the last decision, of the prefecture or of a court, was wrong. */
    private static void correct(DelegateExecution execution) {
        String right = PermitRequestProcess.RIGHT_NOTIFIED_ON.find(execution);
        if (right == null) {
            return;
        }
        boolean isJudgment = PermitRequestProcess.JUDGED_ON.find(execution) != null;
        (isJudgment ? PermitRequestProcess.JUDGED_ON : PermitRequestProcess.NOTIFIED_ON).set(execution, right);
        PermitRequestProcess.OBLIGATION.set(execution, PermitRequestProcess.RIGHT_OBLIGATION.get(execution));
        PermitRequestProcess.RIGHT_NOTIFIED_ON.set(execution, null);
        PermitRequestProcess.RIGHT_OBLIGATION.set(execution, null);
    }
}
