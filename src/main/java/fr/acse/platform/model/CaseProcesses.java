package fr.acse.platform.model;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Starts and finds processes of a case, without the engine's permission checks. The caller must have checked the permission already. */
@Component
@RequiredArgsConstructor
public class CaseProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;

    /** Starts a process for a case. @return id of the process instance */
    public String start(CaseReference reference, String process, Variable.Value... values) {
        return unchecked
                .call(() -> runtime.startProcessInstanceByKey(process, reference.value(), of(reference, values)))
                .getId();
    }

    /** Starts, for a case, the process whose start event waits for this message. */
    public void begin(CaseReference reference, String message, Variable.Value... values) {
        unchecked.call(() -> runtime.startProcessInstanceByMessage(message, reference.value(), of(reference, values)));
    }

    /** Sends a message to the processes of a case. @return whether at least one process waited for the message */
    public boolean tell(CaseReference reference, String message, Variable.Value... values) {
        return unchecked.call(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .setVariables(Variable.values(values))
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Sends a message to one process instance. @return true if the instance waited for the message */
    public boolean tell(String instance, String message) {
        return unchecked.call(() -> !runtime.createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Sends a message to the process instances in which a variable has a given value and which wait for the message. */
    public <T> void tell(Variable<T> variable, T value, String message, Map<String, Object> values) {
        unchecked.call(() -> runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals(
                        variable.name(), variable.with(value).value())
                .setVariables(values)
                .correlateAllWithResult());
    }

    /** Whether an instance of this process is running for the case. */
    public boolean isRunning(CaseReference reference, String process) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(reference.value())
                        .count()
                > 0);
    }

    /** Whether the case has an open task for one of these steps. */
    public boolean isOpen(CaseReference reference, String... steps) {
        return unchecked.call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(reference.value())
                        .taskDefinitionKeyIn(steps)
                        .count()
                > 0);
    }

    private static Map<String, Object> of(CaseReference reference, Variable.Value... values) {
        Map<String, Object> all = Variable.values(values);
        all.put(CaseReference.VARIABLE, reference.value());
        return all;
    }
}
