package fr.acse.platform.history;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Follows every instance of every model, and tells {@link Path} what it passes. */
class PathListener extends AbstractBpmnParseListener {

    /** The instance waits in it; those of {@link #CLOCKS} are entered when they fire. */
    private static final String WAITING_CLOCK = "intermediateTimer";

    private static final String NAME = "name";

    private static final Set<String> CLOCKS = Set.of("boundaryTimer", "startTimerEvent");

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.getTaskDefinitions()
                .values()
                .forEach(task -> task.addBuiltInTaskListener(
                        TaskListener.EVENTNAME_COMPLETE, (TaskListener) PathListener::stepDone));
        follow(process);
    }

    private static void follow(ScopeImpl scope) {
        for (ActivityImpl activity : List.copyOf(scope.getActivities())) {
            String type = activity.getProperties().get(BpmnProperties.TYPE);
            if (type != null && type.endsWith("EndEvent")) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> path().happened(CaseEvent.Kind.END, execution));
            } else if (WAITING_CLOCK.equals(type)) {
                activity.addBuiltInListener(
                        ExecutionListener.EVENTNAME_END, (ExecutionListener) PathListener::clockFired);
            } else if (type != null && CLOCKS.contains(type)) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> path().happened(CaseEvent.Kind.CLOCK, execution));
            }
            for (PvmTransition outgoing : activity.getOutgoingTransitions()) {
                ((TransitionImpl) outgoing).addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                        execution -> path().flowTaken(execution, outgoing.getId()));
                if (outgoing.getProperty(NAME) != null) {
                    ((TransitionImpl) outgoing).addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                            execution -> path().answerTaken(execution, outgoing.getId()));
                }
            }
            follow(activity);
        }
    }

    /** A clock is left also when something else ended the wait. */
    private static void clockFired(DelegateExecution execution) {
        if (!execution.isCanceled()) {
            path().happened(CaseEvent.Kind.CLOCK, execution);
        }
    }

    private static void stepDone(DelegateTask task) {
        path().stepDone(task);
    }

    private static Path path() {
        return Context.getCommandContext().getSession(Path.class);
    }
}
