package fr.acse.residence.process;

import fr.acse.codes.Days;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.residence.AppealService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of model {@code permit-request.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PermitRequestSteps {

    /** The prefecture was silent for so long that this is a refusal. */
    @Bean
    @ModelStep(
            name = "Note the silence",
            does = "Silence is a refusal from that day on. An answer that still comes can be recorded.",
            reads = "silenceOn",
            writes = {"decision", "refusalMotive", "obligation", "notifiedOn"})
    JavaDelegate noteSilenceDelegate(Days days) {
        return execution -> {
            PermitVariables.DECISION.set(execution, "silence");
            PermitRequestProcess.MOTIVE.set(execution, "silence");
            PermitRequestProcess.OBLIGATION.set(execution, "none");
            PermitRequestProcess.NOTIFIED_ON.set(execution, days.of(PermitRequestProcess.SILENCE_ON.get(execution)));
        };
    }

    /** Until when she may appeal. */
    @Bean
    @ModelStep(
            name = "Set the last days",
            does =
                    "The last day of each kind of appeal, from the day of the notification (settings acse.permit.appeal). What was recorded wrongly of the refusal is corrected first.",
            reads = {
                "judgedOn",
                "notifiedOn",
                "rightNotifiedOn",
                "rightObligation",
                "appliedOn",
                "appealFiledOn",
                "obligation",
                "permitRoute"
            },
            writes = {
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
    JavaDelegate setAppealDaysDelegate(AppealService appeals) {
        return execution -> {
            correct(execution);
            LocalDate judged = PermitRequestProcess.JUDGED_ON.find(execution);
            LocalDate told = judged == null ? PermitRequestProcess.NOTIFIED_ON.get(execution) : judged;
            LocalDate asked = (judged == null ? PermitRequestProcess.APPLIED_ON : PermitRequestProcess.APPEAL_FILED_ON)
                    .find(execution);
            if (asked != null && told.isBefore(asked)) {
                throw new Refusal("toldBeforeAsked", Words.day(told), Words.day(asked));
            }
            AppealService.LastDays days = appeals.lastDays(
                    told,
                    PermitRequestProcess.OBLIGATION.get(execution),
                    judged != null,
                    PermitVariables.ROUTE.get(execution));
            PermitRequestProcess.INFORMAL_UNTIL.set(execution, days.informal());
            PermitRequestProcess.COURT_UNTIL.set(execution, days.court());
            PermitRequestProcess.APPEAL_SOON.set(execution, days.soon());
            PermitRequestProcess.APPEAL_OVER.set(execution, days.over());
            // The next appeal has a day of its own.
            PermitRequestProcess.APPEAL_FILED_ON.set(execution, null);
        };
    }

    /** The last day of an appeal is near. */
    @Bean
    @ModelStep(
            name = "Remind of the appeal",
            does = "Tells whoever follows the track, and the supervisors.",
            reads = {"trackId", "appealOverAt"})
    JavaDelegate remindOfAppealDelegate(AppealService appeals) {
        return execution -> appeals.remind(
                ProcessContract.CASE_REFERENCE.get(execution),
                PermitVariables.TRACK.get(execution),
                PermitRequestProcess.APPEAL_OVER.get(execution));
    }

    /** An impossible appeal is a typing error. */
    @Bean
    @ModelStep(
            name = "Check the appeal",
            does = "Refused if it was filed before she was told, or goes to the prefect where there is no such appeal.",
            reads = {"appealKind", "appealFiledOn", "informalUntil", "judgedOn", "notifiedOn"})
    JavaDelegate checkAppealDelegate() {
        return execution -> {
            Refusal.unless(
                    !TO_THE_PREFECT.equals(PermitRequestProcess.APPEAL_KIND.find(execution))
                            || PermitRequestProcess.INFORMAL_UNTIL.find(execution) != null,
                    "noInformalAppeal");
            LocalDate filed = PermitRequestProcess.APPEAL_FILED_ON.find(execution);
            LocalDate judged = PermitRequestProcess.JUDGED_ON.find(execution);
            LocalDate told = judged == null ? PermitRequestProcess.NOTIFIED_ON.find(execution) : judged;
            if (filed != null && told != null && filed.isBefore(told)) {
                throw new Refusal("appealBeforeTold", Words.day(filed), Words.day(told));
            }
        };
    }

    /** Corrects a wrong record of the last decision, of the prefecture or of a court. */
    private static void correct(DelegateExecution execution) {
        LocalDate right = PermitRequestProcess.RIGHT_NOTIFIED_ON.find(execution);
        if (right == null) {
            return;
        }
        boolean isJudgment = PermitRequestProcess.JUDGED_ON.find(execution) != null;
        (isJudgment ? PermitRequestProcess.JUDGED_ON : PermitRequestProcess.NOTIFIED_ON).set(execution, right);
        PermitRequestProcess.OBLIGATION.set(execution, PermitRequestProcess.RIGHT_OBLIGATION.get(execution));
        PermitRequestProcess.RIGHT_NOTIFIED_ON.set(execution, null);
        PermitRequestProcess.RIGHT_OBLIGATION.set(execution, null);
    }

    private static final String TO_THE_PREFECT = "informal";
}
