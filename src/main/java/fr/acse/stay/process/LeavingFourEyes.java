package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.FourEyes;
import fr.acse.stay.LeavingProposals;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Excludes the author of a proposal and all users of the author's association or shelter from answering it. */
@Component
record LeavingFourEyes(LeavingProposals leavings) implements FourEyes {

    private static final Set<String> ANSWERS = Set.of("task_confirmLeaving", "task_decideExclusion");

    @Override
    public String refusal() {
        return "otherSide";
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return ANSWERS.contains(task.getTaskDefinitionKey())
                ? leavings.excludedFromAnswering(
                        new CaseReference(task.getExecution().getProcessBusinessKey()))
                : Set.of();
    }
}
