package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An appeal that cannot be was typed wrongly. */
@Component
@ModelStep(
        name = "Check the appeal",
        does = "Refused if it was filed before she was told, or goes to the prefect where there is no such appeal.")
@Reads({"appealKind", "appealFiledOn", "informalUntil", "judgedOn", "notifiedOn"})
class CheckAppealDelegate implements JavaDelegate {

    private static final String TO_THE_PREFECT = "informal";

    @Override
    public void execute(DelegateExecution execution) {
        Refusal.unless(
                !TO_THE_PREFECT.equals(PermitRequestProcess.APPEAL_KIND.find(execution))
                        || PermitRequestProcess.INFORMAL_UNTIL.find(execution) != null,
                "noInformalAppeal");
        LocalDate filed = PrintedTitle.day(PermitRequestProcess.APPEAL_FILED_ON.find(execution));
        String judged = PermitRequestProcess.JUDGED_ON.find(execution);
        LocalDate told = PrintedTitle.day(judged == null ? PermitRequestProcess.NOTIFIED_ON.find(execution) : judged);
        if (filed != null && told != null && filed.isBefore(told)) {
            throw new Refusal("appealBeforeTold", Words.day(filed), Words.day(told));
        }
    }
}
