package fr.acse.placement.process;

import fr.acse.placement.Offer;
import fr.acse.placement.OfferService;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Addresses one of the offers to its shelter. */
@Component
@ModelStep(name = "Send the offer", does = "Addresses the offer to its shelter.")
@Writes({
    "offerId",
    "offerExpiresAt",
    "offerWarningAt",
    "shelterCode",
    "shelterGroup",
    "offerAnswer",
    "declineReason",
    "saidAt"
})
record SendOfferDelegate(OfferService offers) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        int position = (Integer) execution.getVariable("loopCounter");
        Offer offer = offers.offerAt(ProcessContract.CASE_REFERENCE.get(execution), position);
        OrientationProcess.OFFER_ID.setLocal(execution, offer.id().toString());
        OrientationProcess.OFFER_EXPIRES_AT.setLocal(execution, Date.from(offer.expiresAt()));
        OrientationProcess.OFFER_WARNING_AT.setLocal(execution, Date.from(offer.warningAt()));
        OrientationProcess.SHELTER_CODE.setLocal(execution, offer.shelter());
        OrientationProcess.SHELTER_GROUP.setLocal(execution, People.ORGANISATION + offer.shelter());
        OrientationProcess.OFFER_ANSWER.setLocal(execution, null);
        OrientationProcess.DECLINE_REASON.setLocal(execution, null);
        OrientationProcess.SAID_AT.setLocal(execution, null);
    }
}
