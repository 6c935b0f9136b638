package fr.acse.payment.process;

import static fr.acse.payment.process.AllowanceProcess.*;
import static fr.acse.platform.model.ProcessContract.caseOf;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.Allowance;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.model.ModelStep;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a second person handed the money over, or that the money did not reach the woman. */
@Component
@ModelStep(
        name = "Record the hand-over",
        does =
                "Records that she has the money, or that it came back, was refused or was lost. Refused if the same person approved it. What a shelter paid from its own cash is owed to the shelter.",
        reads = "handOver handedOverOn moneyFrom shelterGroup",
        writes = "payBackTo")
record RecordHandOverDelegate(
        AllowanceService allowances,
        JourneyService journeys,
        DirectoryService directory,
        CaseFileService files,
        CurrentPerson person)
        implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = caseOf(execution);
        ShelterCode hers = shelterOfStay(reference, SHELTER_GROUP.get(execution));
        if (isAdvanced(execution)) {
            PAY_BACK_TO.set(execution, hers.value());
        }
        switch (HAND_OVER.get(execution)) {
            case "handedOver" ->
                allowances.handOver(
                        reference, person.login(), HANDED_OVER_ON.get(execution), isAdvanced(execution) ? hers : null);
            case "returned" -> notPaid(reference, Allowance.State.RETURNED);
            case "refusedByHer" -> allowances.notPaid(reference, Allowance.State.REFUSED_BY_HER, person.login());
            case "lost" -> notPaid(reference, Allowance.State.LOST);
            default -> allowances.cancel(reference);
        }
    }

    /** Ends the allowance without payment. The old reason for paying again is cleared, because the coordination writes a new one. */
    private void notPaid(CaseReference reference, Allowance.State as) {
        allowances.notPaid(reference, as, person.login());
        files.clear(reference, List.of("sealed_againNote"), person.login());
    }

    private static boolean isAdvanced(DelegateExecution execution) {
        return "shelterCash".equals(MONEY_FROM.find(execution));
    }

    /**
     * Finds the shelter of the user to which the woman travelled, also if she lives elsewhere now. Users of other shelters are refused, no
     * matter what the process model allows.
     */
    private ShelterCode shelterOfStay(CaseReference reference, String group) {
        return journeys.sheltersOf(reference).stream()
                .filter(each -> directory.worksFor(person.login(), each))
                .min(Comparator.comparing((ShelterCode each) -> !group.equals(People.ORGANISATION + each.value()))
                        .thenComparing(ShelterCode::value))
                .orElseThrow(() -> new Refusal("notYourStep"));
    }
}
