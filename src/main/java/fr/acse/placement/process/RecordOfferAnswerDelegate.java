package fr.acse.placement.process;

import fr.acse.placement.DeclineReason;
import fr.acse.placement.OfferService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An acceptance holds the places in the same transaction; a decline has a coded reason. */
@Component
@ModelStep(
        name = "Record the answer",
        does =
                "An acceptance holds the places in the same transaction; the database never allows more holds than places. If it comes too late, or there are too few places, the shelter is told.")
@Reads({"offerId", "offerAnswer", "declineReason"})
@Writes("placeHeld")
class RecordOfferAnswerDelegate implements JavaDelegate {

    private final OfferService offers;
    private final CurrentPerson person;

    RecordOfferAnswerDelegate(OfferService offers, CurrentPerson person) {
        this.offers = offers;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID offer = UUID.fromString(OrientationProcess.OFFER_ID.get(execution));
        if ("accepted".equals(OrientationProcess.OFFER_ANSWER.get(execution))) {
            if (offers.accept(offer, ProcessContract.CASE_REFERENCE.get(execution), person.login())) {
                OrientationProcess.PLACE_HELD.set(execution, true);
            }
        } else {
            String reason = OrientationProcess.DECLINE_REASON.find(execution);
            offers.decline(
                    offer,
                    ProcessContract.CASE_REFERENCE.get(execution),
                    reason == null ? null : DeclineReason.of(reason),
                    person.login());
        }
    }
}
