package fr.acse.placement.process;

import fr.acse.placement.HeldPlace;
import fr.acse.placement.OfferService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Withdraws the offers that are still open, and says whose place is held and until when. */
@Component
@ModelStep(
        name = "Close the other offers",
        does = "Withdraws the offers that are still open, with thanks to the shelters.")
@Writes({"shelterCode", "shelterGroup", "holdExpiresAt", "holdWarningAt"})
record CloseOffersDelegate(OfferService offers) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        HeldPlace held = offers.closeOffers(ProcessContract.CASE_REFERENCE.get(execution))
                .orElse(null);
        HoldVariables.set(execution, held);
    }
}
