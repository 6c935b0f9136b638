package fr.acse.transfer.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody else escorts her from this step on. */
@Component
@ModelStep(
        name = "Replace the escort",
        does =
                "The escort before loses the address in this step. The new one gets it with the word of the coordination.")
@Reads({"replaceBy", "escortColleague", "replaceWhy"})
class ReplaceEscortDelegate implements JavaDelegate {

    private final JourneyService journeys;
    private final EscortTasks tasks;
    private final CurrentPerson person;

    ReplaceEscortDelegate(JourneyService journeys, EscortTasks tasks, CurrentPerson person) {
        this.journeys = journeys;
        this.tasks = tasks;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        Login named = "substitute".equals(ReplaceEscortProcess.REPLACE_BY.get(execution))
                ? null
                : ReplaceEscortProcess.ESCORT_COLLEAGUE.find(execution);
        Refusal.unless(
                named != null || "substitute".equals(ReplaceEscortProcess.REPLACE_BY.get(execution)), "newEscort");
        boolean confirmed =
                journeys.replaceEscort(reference, named, ReplaceEscortProcess.WHY.get(execution), person.login());
        tasks.handOver(reference, journeys.escort(reference), confirmed);
    }
}
