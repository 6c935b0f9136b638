package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.RequestService;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The person who answered that there is no place does not close the case for an association that has nobody. */
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
