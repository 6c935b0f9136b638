package fr.acse.deadline.process;

import fr.acse.codes.CaseReference;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.Timer;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Is told of every timer that the engine makes, fires or deletes, in the same transaction, and keeps the deadlines in
 * step.
 */
class TimerListener implements HistoryEventHandler {

    /** Variables that hold the group which must act. */
    private static final Map<String, String> GROUPS = Map.of("operator", "operatorGroup");

    private final DeadlineService deadlines;
    private final DeadlineKinds kinds;

    TimerListener(DeadlineService deadlines, DeadlineKinds kinds) {
        this.deadlines = deadlines;
        this.kinds = kinds;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent job) {
            follow(job);
        } else if (event instanceof HistoricProcessInstanceEventEntity instance
                && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            deadlines.instanceEnded(instance.getProcessInstanceId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void follow(HistoricJobLogEvent job) {
        if (job.getJobDefinitionType() == null || !job.getJobDefinitionType().startsWith("timer")) {
            return;
        }
        if (job.getState() == JobState.CREATED.getStateCode()) {
            DeadlineKinds.Kind kind = kinds.of(job.getProcessDefinitionKey(), job.getActivityId());
            deadlines.started(new Timer(
                    job.getJobId(),
                    job.getProcessInstanceId() == null
                            ? null
                            : CaseReference.orNull(
                                    execution(job.getProcessInstanceId()).getBusinessKey()),
                    job.getProcessDefinitionKey(),
                    job.getProcessInstanceId(),
                    job.getExecutionId(),
                    job.getActivityId(),
                    kind,
                    responsible(kind.who(), job.getExecutionId()),
                    job.getJobDueDate().toInstant()));
        } else if (job.getState() == JobState.SUCCESSFUL.getStateCode()) {
            deadlines.fired(job.getJobId(), kinds.of(job.getProcessDefinitionKey(), job.getActivityId()));
        } else if (job.getState() == JobState.DELETED.getStateCode()) {
            deadlines.ended(job.getJobId());
        }
    }

    private static String responsible(String who, String execution) {
        String variable = GROUPS.get(who);
        Object group = variable == null ? null : execution(execution).getVariable(variable);
        return group == null ? who : group.toString();
    }

    private static ExecutionEntity execution(String id) {
        return Context.getCommandContext().getExecutionManager().findExecutionById(id);
    }
}
