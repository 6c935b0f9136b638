package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.process.Relocations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Everybody who lives at an address that was given up is moved. */
@Component
@ModelStep(
        name = "Move everybody",
        does =
                "Another shelter is looked for, for everybody who lives there. They keep their places until they can go.")
record MoveResidentsDelegate(BreachService breaches, Relocations relocations) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        breaches.residentsOf(reference).forEach(resident -> {
            breaches.decideFor(reference, resident, "moves");
            relocations.ask(resident);
        });
    }
}
