package fr.acse.platform.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The elements that are passed within one command. They are written together, in its transaction. */
@RequiredArgsConstructor
public class Path {

    /** @param seconds how long a step waited; null for a flow */
    record Passed(String definition, String element, Long seconds) {}

    /**
     * @param task id of the task that was done; null if the element is no step
     * @param flows ids of the named flows that were taken after a step
     */
    record Happened(
            String reference,
            String definition,
            String element,
            CaseEvent.Kind kind,
            UUID task,
            String instance,
            List<String> flows) {

        /** @return null if there are none */
        String flowsInOrder() {
            return flows.isEmpty() ? null : String.join(BETWEEN, flows);
        }

        static List<String> flowsFrom(String inOrder) {
            return inOrder == null ? List.of() : List.of(inOrder.split(BETWEEN));
        }
    }

    private static final String BETWEEN = " ";
    private static final int MOST_FLOWS = 12;

    private final CaseHistory history;
    private final Clock clock;
    private final List<Passed> passed = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();

    public void flowTaken(DelegateExecution execution, String flow) {
        passed.add(new Passed(execution.getProcessDefinitionId(), flow, null));
    }

    /** Adds a flow with a name to the step before it, because it says what was answered there. */
    public void answerTaken(DelegateExecution execution, String flow) {
        happened.stream()
                .filter(each -> each.kind() == CaseEvent.Kind.STEP)
                .filter(each -> each.instance().equals(execution.getProcessInstanceId()))
                .reduce((one, later) -> later)
                .map(Happened::flows)
                .filter(flows -> flows.size() < MOST_FLOWS)
                .ifPresent(flows -> flows.add(flow));
    }

    public void stepDone(DelegateTask task) {
        Instant created = task.getCreateTime().toInstant();
        passed.add(new Passed(
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                Duration.between(created, clock.instant()).toSeconds()));
        add(task.getExecution(), task.getTaskDefinitionKey(), CaseEvent.Kind.STEP, UUID.fromString(task.getId()));
    }

    public void happened(CaseEvent.Kind kind, DelegateExecution execution) {
        add(execution, execution.getCurrentActivityId(), kind, null);
    }

    private void add(DelegateExecution execution, String element, CaseEvent.Kind kind, UUID task) {
        String reference = execution.getProcessBusinessKey();
        if (reference != null) {
            happened.add(new Happened(
                    reference,
                    execution.getProcessDefinitionId(),
                    element,
                    kind,
                    task,
                    execution.getProcessInstanceId(),
                    new ArrayList<>()));
        }
    }

    /** Writes the elements, in the transaction of the command. */
    public void flush() {
        if (!passed.isEmpty() || !happened.isEmpty()) {
            history.write(clock.instant(), passed, happened);
            passed.clear();
            happened.clear();
        }
    }
}
