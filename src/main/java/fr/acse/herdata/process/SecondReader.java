package fr.acse.herdata.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.herdata.DataRequestService;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes the person who prepared a copy of the woman's data from being its second reader. */
@Component
record SecondReader(DataRequestService requests) implements FourEyes {

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("task_readCopy")
                ? requests.preparedBy(new CaseReference(task.getExecution().getProcessBusinessKey()))
                        .map(Set::of)
                        .orElse(Set.of())
                : Set.of();
    }
}
