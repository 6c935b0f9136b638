package fr.acse.directory.process;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Prevents the person who proposed an association or a shelter from approving it. */
@Component
record ApproversFourEyes(CaseFileService files) implements FourEyes {

    private static final Set<String> APPROVALS = Set.of("task_approveOrganisation", "task_approveShelter");

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return APPROVALS.contains(task.getTaskDefinitionKey())
                ? Set.of(files.openedBy(new CaseReference(task.getExecution().getProcessBusinessKey())))
                : Set.of();
    }
}
