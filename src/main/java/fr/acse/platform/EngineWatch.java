package fr.acse.platform;

import fr.acse.Refusal;
import fr.acse.casefile.CaseReference;
import fr.acse.deadline.Clocks;
import fr.acse.deadline.DeadlineService;
import fr.acse.deadline.Timer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Sees everything the engine does, in its transaction. Keeps the read model of the clocks in step with the timers, and
 * refuses variables that are not declared or hold more than codes, whatever door they came through.
 */
@Component
class EngineWatch implements HistoryEventHandler {

    /** Variables that hold the group which must act. */
    private static final Map<String, String> GROUPS = Map.of("operator", "operatorGroup", "asked", "shelterGroup");

    /** Codes and lists of codes, days, logins and ids; no words. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.,:@+-]{0,400}");

    private static final Set<String> TYPES = Set.of("string", "integer", "long", "double", "boolean", "date", "null");

    private final DeadlineService deadlines;
    private final Clocks clocks;
    private final DeclaredVariables declared;

    EngineWatch(DeadlineService deadlines, Clocks clocks, DeclaredVariables declared) {
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.declared = declared;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent job) {
            follow(job);
        } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
            follow(instance);
        } else if (event instanceof HistoricVariableUpdateEventEntity variable
                && !event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
            check(variable);
        }
    }

    private void follow(HistoricProcessInstanceEventEntity instance) {
        boolean ends = instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END);
        // What somebody typed as business key has been replaced by then; a called process has its from the first.
        if (instance.getBusinessKey() != null && (ends || instance.getSuperProcessInstanceId() != null)) {
            requireReference(instance.getBusinessKey());
        }
        if (ends) {
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
            Clocks.Kind kind = clocks.of(job.getProcessDefinitionKey(), job.getActivityId());
            deadlines.started(new Timer(
                    job.getJobId(),
                    job.getProcessInstanceId() == null
                            ? null
                            : execution(job.getProcessInstanceId()).getBusinessKey(),
                    job.getProcessDefinitionKey(),
                    job.getProcessInstanceId(),
                    job.getActivityId(),
                    kind,
                    responsible(kind.who(), job.getExecutionId()),
                    job.getJobDueDate().toInstant()));
        } else if (job.getState() == JobState.SUCCESSFUL.getStateCode()) {
            deadlines.fired(job.getJobId());
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

    private void check(HistoricVariableUpdateEventEntity variable) {
        declared.check(variable.getProcessDefinitionKey(), variable.getVariableName());
        String text = variable.getTextValue();
        if (!TYPES.contains(variable.getSerializerName())
                || text != null && !CODE.matcher(text).matches()) {
            throw new Refusal("notACode", variable.getVariableName());
        }
        if (variable.getVariableName().equals(ProcessContract.CASE_REFERENCE.name())) {
            requireReference(text);
        }
    }

    /** By its reference a process acts for a case: no model makes one up. */
    private static void requireReference(String text) {
        if (text == null || CaseReference.parse(text).filter(text::equals).isEmpty()) {
            throw new Refusal("caseReference");
        }
    }
}
