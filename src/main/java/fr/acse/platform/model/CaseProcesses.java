package fr.acse.platform.model;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.Unchecked;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The processes and tasks of a case, without the permission checks of the engine, because the caller has checked already. */
@Component
@RequiredArgsConstructor
public class CaseProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;

    /** Starts a process for a case. @return id of the instance */
    public String start(CaseReference reference, String process, Variable.Value... values) {
        return unchecked
                .call(() -> runtime.startProcessInstanceByKey(process, reference.value(), of(reference, values)))
                .getId();
    }

    /** Starts the process that begins with a message. */
    public void begin(CaseReference reference, String message, Variable.Value... values) {
        unchecked.call(() -> runtime.startProcessInstanceByMessage(message, reference.value(), of(reference, values)));
    }

    /** Sends a message to the processes of a case. @return whether one of them waited for it */
    public boolean tell(CaseReference reference, String message, Variable.Value... values) {
        return unchecked.call(() -> !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .setVariables(Variable.values(values))
                .correlateAllWithResult()
                .isEmpty());
    }

    /** Sends a message to one process, if it waits for it. @param instance id of the process instance */
    public void tell(String instance, String message) {
        unchecked.call(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(instance)
                .correlateAllWithResult());
    }

    /** Sends a message to the process whose variable has a value, if it waits for it. */
    public <T> void tell(Variable<T> variable, T value, String message, Map<String, Object> values) {
        unchecked.call(() -> runtime.createMessageCorrelation(message)
                .processInstanceVariableEquals(
                        variable.name(), variable.with(value).value())
                .setVariables(values)
                .correlateAllWithResult());
    }

    /** Whether a process of the case runs. */
    public boolean isRunning(CaseReference reference, String process) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .processInstanceBusinessKey(reference.value())
                        .count()
                > 0);
    }

    /** Whether one of these steps waits for somebody. */
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
