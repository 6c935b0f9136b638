package fr.acse.transfer.process;

import static fr.acse.transfer.process.TransferProcess.*;

import fr.acse.codes.Login;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes every escort of a journey from the step that confirms the escort. */
@Component
class EscortsFourEyes implements FourEyes {

    @Override
    public String refusal() {
        return "notYourself";
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("task_confirmEscort")
                ? Stream.of(ESCORT_LOGIN, ESCORT_AFTER_1, ESCORT_AFTER_2, ESCORT_ELSEWHERE_1, ESCORT_ELSEWHERE_2)
                        .flatMap(escort -> Stream.ofNullable(escort.find(task)))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
