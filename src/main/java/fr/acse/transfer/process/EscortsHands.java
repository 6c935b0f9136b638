package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.platform.cover.FourEyes;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** An escort who named herself does not confirm herself. */
@Component
class EscortsHands implements FourEyes {

    @Override
    public String refusal() {
        return "notYourself";
    }

    @Override
    public Set<Login> excludedFrom(DelegateTask task) {
        return task.getTaskDefinitionKey().equals("task_confirmEscort")
                ? Set.of(TransferProcess.ESCORT_LOGIN.get(task))
                : Set.of();
    }
}
