package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.referral.process.Relocations;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** One of two women who must not meet is moved. */
@Component
@ModelStep(
        name = "Move one of them",
        does = "Another shelter is looked for; she keeps her place until she can go. In danger, the police (17) first.")
@Reads({"separation", "otherReference"})
class MoveOneDelegate implements JavaDelegate {

    private final Relocations relocations;

    MoveOneDelegate(Relocations relocations) {
        this.relocations = relocations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference moved = "other".equals(KeepApartProcess.SEPARATION.get(execution))
                ? KeepApartProcess.OTHER.get(execution)
                : ProcessContract.CASE_REFERENCE.get(execution);
        Refusal.unless(relocations.ask(moved), "noRelocation", moved);
    }
}
