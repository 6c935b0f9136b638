package fr.acse.payment.process;

import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.payment.AllowanceService;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.referral.SameWomen;
import fr.acse.transfer.JourneyService;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Removes the link between cases, because they belong to different women. */
@Component
@ModelStep(
        name = "Undo the link",
        does =
                "Removes the link of the cases, and whatever is avoided only because of it. If she got no allowance because of the link, she gets hers.",
        by = Relation.COORDINATION)
record UndoLinkDelegate(
        SameWomen sameWomen,
        BegunAllowances allowances,
        AllowanceService money,
        PlaceService places,
        JourneyService journeys,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        List<CaseReference> others = sameWomen.undo(reference, person.login());
        Stream.concat(Stream.of(reference), others.stream()).forEach(this::askForHerMoney);
    }

    /** Starts the woman's allowance if she has none because of the link, and has been in a shelter. A lost or refused one was her own. */
    private void askForHerMoney(CaseReference reference) {
        if (!money.wasTakenForAnother(reference)) {
            return;
        }
        places.homeOf(reference)
                .or(() -> journeys.lastShelterOf(reference))
                .ifPresent(shelter -> allowances.begin(reference, People.ORGANISATION + shelter.value()));
    }
}
