package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.directory.DirectoryService;
import fr.acse.payment.Allowance;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a second person handed the money over, or that it was not possible. */
@Component
@ModelStep(
        name = "Record the hand-over",
        does =
                "Refused if the same person approved the allowance. What came back, was refused by her, or lost has its own end.")
@Reads({"handOver", "handedOverOn"})
class RecordHandOverDelegate implements JavaDelegate {

    private final AllowanceService allowances;
    private final JourneyService journeys;
    private final DirectoryService directory;
    private final CurrentPerson person;

    RecordHandOverDelegate(
            AllowanceService allowances, JourneyService journeys, DirectoryService directory, CurrentPerson person) {
        this.allowances = allowances;
        this.journeys = journeys;
        this.directory = directory;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requireShelterOfStay(ProcessContract.CASE_REFERENCE.get(execution));
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        switch (AllowanceProcess.HAND_OVER.get(execution)) {
            case "handedOver" ->
                allowances.handOver(
                        reference, person.login(), LocalDate.parse(AllowanceProcess.HANDED_OVER_ON.get(execution)));
            case "returned" -> allowances.notPaid(reference, Allowance.State.RETURNED);
            case "refusedByHer" -> allowances.notPaid(reference, Allowance.State.REFUSED_BY_HER);
            case "lost" -> allowances.notPaid(reference, Allowance.State.LOST);
            default -> allowances.cancel(reference);
        }
    }

    /**
     * Whatever a model says, only a shelter to which she travelled hands over the money, even if she lives elsewhere
     * now.
     */
    private void requireShelterOfStay(CaseReference reference) {
        if (journeys.sheltersOf(reference).stream().noneMatch(each -> directory.worksFor(person.login(), each))) {
            throw new Refusal("notYourStep");
        }
    }
}
