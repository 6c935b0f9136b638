package fr.acse.platform.history;

import fr.acse.codes.Login;
import fr.acse.platform.identity.CurrentPerson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Collects the elements that a process passes within one command of the engine, and writes them in the transaction of the command. */
@RequiredArgsConstructor
public class Path {

    /** @param seconds waiting time of a step in seconds; null for a flow */
    record Passed(String definition, String element, Long seconds) {}

    /**
     * @param task id of the completed task; null if the element is no step
     * @param by login of the person who caused the event; null for a timer
     * @param flows ids of the named flows that the process took after a step
     */
    record Happened(
            String reference,
            String definition,
            String element,
            CaseEvent.Kind kind,
            UUID task,
            Login by,
            String instance,
            List<String> flows) {

        /** @return the ids of the flows in one text, or null if there are no flows */
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
    private final CurrentPerson person;
    private final Clock clock;
    private final List<Passed> passed = new ArrayList<>();
    private final List<Happened> happened = new ArrayList<>();

    public void flowTaken(DelegateExecution execution, String flow) {
        passed.add(new Passed(execution.getProcessDefinitionId(), flow, null));
    }

    /** Adds a named flow to the previous step of the same process instance. The name of the flow stands for the answer at that step. */
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
                    kind == CaseEvent.Kind.CLOCK || person.isSystem() ? null : person.login(),
                    execution.getProcessInstanceId(),
                    new ArrayList<>()));
        }
    }

    /** Writes the collected elements into the database, in the transaction of the command. */
    public void flush() {
        if (!passed.isEmpty() || !happened.isEmpty()) {
            history.write(clock.instant(), passed, happened);
            passed.clear();
            happened.clear();
        }
    }
}
