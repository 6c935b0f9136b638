package fr.acse.residence.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has to look at the title any more: the next form begins with empty fields. */
@Component
@ModelStep(name = "Settle the title", does = "The next title begins with empty fields.")
@Writes({"titleKind", "titleFrom", "titleUntil", "mayWork", "correctsTitle", "correctedTitle"})
class TitleIsSettledDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        PermitVariables.TITLE_KIND.set(execution, null);
        PermitVariables.TITLE_FROM.set(execution, null);
        PermitVariables.TITLE_UNTIL.set(execution, null);
        PermitVariables.MAY_WORK.set(execution, null);
        PermitVariables.CORRECTS.set(execution, false);
        PermitVariables.CORRECTED.set(execution, null);
    }
}
