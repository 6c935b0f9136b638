package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.process.Relocations;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** There is no room for all of them. */
@Component
@ModelStep(
        name = "Ask for another shelter",
        does = "Another shelter is looked for, for all of them. She keeps her places until they can go.")
record AskRelocationDelegate(Relocations relocations) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Refusal.unless(relocations.ask(reference), "noRelocation", reference);
    }
}
