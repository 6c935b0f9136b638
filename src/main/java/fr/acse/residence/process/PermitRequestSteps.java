package fr.acse.residence.process;

import static fr.acse.platform.model.ProcessContract.caseOf;
import static fr.acse.residence.process.PermitRequestProcess.*;
import static fr.acse.residence.process.PermitVariables.*;

import fr.acse.codes.Days;
import fr.acse.platform.model.ModelStep;
import fr.acse.residence.AppealService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Java code of the steps of the process model {@code permit-request.bpmn}. */
@Configuration(proxyBeanMethods = false)
class PermitRequestSteps {

    /** Records a refusal because the prefecture did not answer in time. */
    @Bean
    @ModelStep(
            name = "Note the silence",
            does = "Records the silence as a refusal from that day on. A later answer can still be recorded.",
            reads = "silenceOn",
            writes = "decision refusalMotive obligation notifiedOn")
    JavaDelegate noteSilenceDelegate(Days days) {
        return execution -> {
            DECISION.set(execution, "silence");
            MOTIVE.set(execution, "silence");
            OBLIGATION.set(execution, "none");
            NOTIFIED_ON.set(execution, days.of(SILENCE_ON.get(execution)));
        };
    }

    /** Sets the last days on which the woman may appeal. */
    @Bean
    @ModelStep(
            name = "Set the last days",
            does =
                    "Sets the last day of each kind of appeal, counted from the day of the notification (acse.permit.appeal). A wrongly recorded refusal is corrected first.",
            reads = "judgedOn notifiedOn rightNotifiedOn rightObligation appliedOn appealFiledOn obligation "
                    + "permitRoute",
            writes = "informalUntil courtUntil appealSoonAt appealOverAt appealFiledOn judgedOn notifiedOn "
                    + "obligation rightNotifiedOn rightObligation")
    JavaDelegate setAppealDaysDelegate(AppealService appeals) {
        return execution -> {
            correct(execution);
            LocalDate judged = JUDGED_ON.find(execution);
            LocalDate told = judged == null ? NOTIFIED_ON.get(execution) : judged;
            LocalDate asked = (judged == null ? APPLIED_ON : APPEAL_FILED_ON).find(execution);
            if (asked != null && told.isBefore(asked)) {
                throw new Refusal("toldBeforeAsked", Words.day(told), Words.day(asked));
            }
            AppealService.LastDays days =
                    appeals.lastDays(told, OBLIGATION.get(execution), judged != null, ROUTE.get(execution));
            INFORMAL_UNTIL.set(execution, days.informal());
            COURT_UNTIL.set(execution, days.court());
            APPEAL_SOON.set(execution, days.soon());
            APPEAL_OVER.set(execution, days.over());
            // The day of the last appeal is cleared: a next appeal has a day of its own.
            APPEAL_FILED_ON.set(execution, null);
        };
    }

    /** Reminds staff that the last day of an appeal is near. */
    @Bean
    @ModelStep(
            name = "Remind of the appeal",
            does = "Tells the follower of the track and the supervisors.",
            reads = "trackId appealOverAt")
    JavaDelegate remindOfAppealDelegate(AppealService appeals) {
        return execution -> appeals.remind(caseOf(execution), TRACK.get(execution), APPEAL_OVER.get(execution));
    }

    /** Refuses an appeal that is not possible, because it is a typing error. */
    @Bean
    @ModelStep(
            name = "Check the appeal",
            does =
                    "Refused if the appeal was filed before she was told of the refusal, or if no appeal to the prefect is possible.",
            reads = "appealKind appealFiledOn informalUntil judgedOn notifiedOn")
    JavaDelegate checkAppealDelegate() {
        return execution -> {
            Refusal.unless(
                    !TO_THE_PREFECT.equals(APPEAL_KIND.find(execution)) || INFORMAL_UNTIL.find(execution) != null,
                    "noInformalAppeal");
            LocalDate filed = APPEAL_FILED_ON.find(execution);
            LocalDate judged = JUDGED_ON.find(execution);
            LocalDate told = judged == null ? NOTIFIED_ON.find(execution) : judged;
            if (filed != null && told != null && filed.isBefore(told)) {
                throw new Refusal("appealBeforeTold", Words.day(filed), Words.day(told));
            }
        };
    }

    /** Corrects a wrongly recorded decision of the prefecture or of a court. */
    private static void correct(DelegateExecution execution) {
        LocalDate right = RIGHT_NOTIFIED_ON.find(execution);
        if (right == null) {
            return;
        }
        boolean isJudgment = JUDGED_ON.find(execution) != null;
        (isJudgment ? JUDGED_ON : NOTIFIED_ON).set(execution, right);
        OBLIGATION.set(execution, RIGHT_OBLIGATION.get(execution));
        RIGHT_NOTIFIED_ON.set(execution, null);
        RIGHT_OBLIGATION.set(execution, null);
    }

    private static final String TO_THE_PREFECT = "informal";
}
