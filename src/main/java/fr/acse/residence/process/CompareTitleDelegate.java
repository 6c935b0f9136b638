package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.residence.Printed;
import fr.acse.words.Refusal;
import java.time.Period;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the last day of a title is the one that the rule expects. */
@Component
@ModelStep(
        name = "Compare with the rule",
        does =
                "Calendar months in Europe/Paris from the first day that is printed. What is printed holds; a difference is looked at once more.")
@Reads({"titleKind", "titleFrom", "titleUntil", "mayWork", "titleLength", "decision"})
@Writes({"expectedUntil", "titleDiffers"})
class CompareTitleDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Printed printed = PrintedTitle.of(execution);
        String decision = PermitVariables.DECISION.find(execution);
        Refusal.unless(!"granted".equals(decision) || printed.isTitle(), "grantedKind");
        Refusal.unless(!"prolonged".equals(decision) || !printed.isTitle(), "prolongedKind");
        String length = RecordTitleProcess.LENGTH.get(execution);
        boolean isRuled = !length.equals("none");
        RecordTitleProcess.EXPECTED_UNTIL.set(
                execution, isRuled ? printed.expectedUntil(Period.parse(length)).toString() : null);
        RecordTitleProcess.DIFFERS.set(execution, isRuled && !printed.isAsExpected(Period.parse(length)));
    }
}
