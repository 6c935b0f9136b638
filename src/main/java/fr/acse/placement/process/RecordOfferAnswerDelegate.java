package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.placement.DeclineReason;
import fr.acse.placement.OfferService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.util.Date;
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
@Reads({"offerId", "offerAnswer", "declineReason", "saidAt", "shelterCode"})
@Writes("placeHeld")
record RecordOfferAnswerDelegate(OfferService offers, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        UUID offer = UUID.fromString(OrientationProcess.OFFER_ID.get(execution));
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Date said = OrientationProcess.SAID_AT.find(execution);
        Instant saidAt = said == null ? null : said.toInstant();
        switch (OrientationProcess.OFFER_ANSWER.get(execution)) {
            case "accepted" -> {
                if (offers.accept(offer, reference, saidAt, person.login())) {
                    OrientationProcess.PLACE_HELD.set(execution, true);
                } else if (saidAt != null) {
                    // Nobody at the telephone must believe that a place is held.
                    throw new Refusal("telephoneNoPlace", OrientationProcess.SHELTER_CODE.get(execution));
                }
            }
            case "withdrawn" -> offers.withdraw(offer, reference, person.login());
            default -> {
                String reason = OrientationProcess.DECLINE_REASON.find(execution);
                offers.decline(
                        offer, reference, reason == null ? null : DeclineReason.of(reason), saidAt, person.login());
            }
        }
    }
}
