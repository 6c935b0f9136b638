package fr.acse.placement.process;

import fr.acse.placement.PlacementService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ProcessContract;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An acceptance holds the places in the same transaction; a decline has a coded reason. */
@Component
class RecordOfferAnswerDelegate implements JavaDelegate {

    private final PlacementService placement;
    private final CurrentPerson person;

    RecordOfferAnswerDelegate(PlacementService placement, CurrentPerson person) {
        this.placement = placement;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID offer = UUID.fromString(OrientationProcess.OFFER_ID.get(execution));
        if ("accepted".equals(OrientationProcess.OFFER_ANSWER.get(execution))) {
            if (placement.accept(offer, ProcessContract.CASE_REFERENCE.get(execution), person.login())) {
                OrientationProcess.PLACE_HELD.set(execution, true);
            }
        } else {
            placement.decline(
                    offer,
                    ProcessContract.CASE_REFERENCE.get(execution),
                    OrientationProcess.DECLINE_REASON.find(execution),
                    person.login());
        }
    }
}
