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
 * If a shelter accepted by telephone, the shelter itself or a second person of the coordination confirms the arrival and holds the
 * interview. So one person alone can open no address.
 */
@Component
record TelephoneFourEyes(OfferService offers) implements FourEyes, TaskWatch {

    /** The tasks of such a shelter before she travels. */
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
