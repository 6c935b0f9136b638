package fr.acse.placement.process;

import fr.acse.placement.OfferService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody answered in time. */
@Component
@ModelStep(name = "Expire the offer", does = "The offer ends without a place.")
@Reads("offerId")
record ExpireOfferDelegate(OfferService offers) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        offers.expire(
                UUID.fromString(OrientationProcess.OFFER_ID.get(execution)),
                ProcessContract.CASE_REFERENCE.get(execution));
    }
}
