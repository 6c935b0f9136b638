package fr.acse.breach.process;

import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** An address may be known: a process of its own begins, which outlives the case of whoever reported it. */
@Component
@ModelStep(
        name = "Open the breach",
        does = "Begins the handling of the breach with the 72 hours of GDPR art. 33; it outlives the case.")
record OpenBreachDelegate(@Lazy RuntimeService runtime, Unchecked unchecked) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        unchecked.call(() -> runtime.startProcessInstanceByKey(
                BreachProcess.ID, key, Map.of(ProcessContract.CASE_REFERENCE.name(), key)));
    }
}
