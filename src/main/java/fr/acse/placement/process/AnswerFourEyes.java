package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.RequestService;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes the person who answered that there is no place from the step in which the association reads this answer. */
@Component
record AnswerFourEyes(RequestService requests) implements FourEyes {

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("task_readNoPlace")
                ? requests.lastAnsweredBy(new CaseReference(task.getExecution().getProcessBusinessKey()))
                        .map(Set::of)
                        .orElse(Set.of())
                : Set.of();
    }
}
