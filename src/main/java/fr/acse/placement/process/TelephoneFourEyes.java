package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.placement.OfferService;
import fr.acse.platform.assignment.FourEyes;
import fr.acse.platform.engine.TaskWatch;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * If a shelter accepted by telephone, the user who recorded the answer must not confirm the arrival or hold the interview. The shelter, or
 * a second person of the coordination, does these steps. One user alone cannot obtain the address of a shelter by recording an acceptance.
 */
@Component
record TelephoneFourEyes(OfferService offers) implements FourEyes, TaskWatch {

    /** The tasks of a shelter that accepted by telephone, before the woman travels. */
    private static final Set<String> STEPS = Set.of("task_confirmAgreement", "task_holdInterview");

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return STEPS.contains(task.getTaskDefinitionKey())
                ? recordedBy(task).map(Set::of).orElse(Set.of())
                : Set.of();
    }

    @Override
    public boolean isFor(String process, String step) {
        return STEPS.contains(step);
    }

    @Override
    public void opened(DelegateTask task) {
        if (recordedBy(task).isPresent()) {
            task.addCandidateGroup(Groups.COORDINATION);
        }
    }

    private Optional<Login> recordedBy(DelegateTask task) {
        return offers.recordedByTelephone(new CaseReference(task.getExecution().getProcessBusinessKey()));
    }
}
