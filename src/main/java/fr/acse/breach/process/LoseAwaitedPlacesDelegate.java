package fr.acse.breach.process;

import fr.acse.breach.BreachService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.process.Losses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Whoever is awaited at an address that was given up needs another place. */
@Component
@ModelStep(
        name = "Give up the places that are held",
        does =
                "For everybody who is awaited there the coordination confirms that the place is lost; then a new search begins. Runs after the planned journeys were called off.")
record LoseAwaitedPlacesDelegate(BreachService breaches, Losses losses) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        breaches.awaitedAt(ProcessContract.CASE_REFERENCE.get(execution)).forEach(losses::hear);
    }
}
