package fr.acse.audit.process;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes a person who was stopped from reading from the decision about this stop. */
@Component
class ReadersFourEyes implements FourEyes {

    @Override
    public String refusal() {
        return "aboutYourself";
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("task_decideOnReading")
                ? Set.of(BulkReadingProcess.READER.get(task))
                : Set.of();
    }
}
