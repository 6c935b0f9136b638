package fr.acse.platform.engine;

import fr.acse.codes.CaseReference;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.history.Path;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.VariableRules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.JobState;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passes events of process instances, variables, timers and elements to other classes, in the transaction of the event. The engine's own
 * history contains only the process instances of each case.
 */
@Component
class EngineHistory extends AbstractProcessEnginePlugin {

    private final Supplier<CaseHistory> history;
    private final Supplier<VariableRules> variables;
    private final Supplier<TimerWatch> timers;
    private final ObjectProvider<ElementWatch> elements;
    private final Supplier<CurrentPerson> person;
    private final Clock clock;

    EngineHistory(
            ObjectProvider<CaseHistory> history,
            ObjectProvider<VariableRules> variables,
            ObjectProvider<TimerWatch> timers,
            ObjectProvider<ElementWatch> elements,
            ObjectProvider<CurrentPerson> person,
            Clock clock) {
        this.history = SingletonSupplier.of(history::getObject);
        this.variables = SingletonSupplier.of(variables::getObject);
        this.timers = SingletonSupplier.of(timers::getObject);
        this.elements = elements;
        this.person = SingletonSupplier.of(person::getObject);
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(
                EngineParts.with(configuration.getCustomHistoryLevels(), new QuietHistoryLevel()));
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        List.of(new KeptHistory(), new Told(this::variableOrInstance), new Told(this::timerOrEnd))
                .forEach(handler -> configuration.setCustomHistoryEventHandlers(
                        EngineParts.with(configuration.getCustomHistoryEventHandlers(), handler)));
        configuration.setCustomPostBPMNParseListeners(
                EngineParts.with(configuration.getCustomPostBPMNParseListeners(), new PathListener()));
        configuration.setCustomSessionFactories(EngineParts.with(
                configuration.getCustomSessionFactories(),
                EngineSettings.forEachCommand(
                        PathOfCommand.class, () -> new PathOfCommand(new Path(history.get(), person.get(), clock)))));
        elements.forEach(watch -> follow(watch, configuration));
    }

    /**
     * Checks variables and business keys. The business key of a called process is checked at every event of the instance. Any other
     * business key is checked only at the end, because the start form replaces a business key that a person typed.
     */
    private void variableOrInstance(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity instance) {
            boolean ends = instance.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END);
            if (instance.getBusinessKey() != null && (ends || instance.getSuperProcessInstanceId() != null)) {
                variables.get().requireReference(instance.getBusinessKey());
            }
        } else if (event instanceof HistoricVariableUpdateEventEntity variable
                && !event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)) {
            variables
                    .get()
                    .check(
                            variable.getProcessDefinitionKey(),
                            variable.getVariableName(),
                            variable.getSerializerName(),
                            variable.getTextValue());
        }
    }

    private void timerOrEnd(HistoryEvent event) {
        if (event instanceof HistoricJobLogEvent job) {
            if (job.getJobDefinitionType() != null && job.getJobDefinitionType().startsWith("timer")) {
                timer(job);
            }
        } else if (event instanceof HistoricProcessInstanceEventEntity instance
                && event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END)) {
            timers.get().instanceEnded(instance.getProcessInstanceId());
        }
    }

    private void timer(HistoricJobLogEvent job) {
        if (job.getState() == JobState.CREATED.getStateCode()) {
            timers.get()
                    .made(new TimerWatch.Made(
                            job.getJobId(),
                            execution(job.getProcessInstanceId())
                                    .map(instance -> CaseReference.orNull(instance.getBusinessKey()))
                                    .orElse(null),
                            job.getProcessDefinitionKey(),
                            job.getProcessInstanceId(),
                            job.getExecutionId(),
                            job.getActivityId(),
                            job.getJobDueDate().toInstant(),
                            name -> execution(job.getExecutionId())
                                    .map(waiting -> waiting.getVariable(name))
                                    .map(Object::toString)
                                    .orElse(null)));
        } else if (job.getState() == JobState.SUCCESSFUL.getStateCode()) {
            timers.get().fired(job.getJobId(), job.getProcessDefinitionKey(), job.getActivityId());
        } else if (job.getState() == JobState.DELETED.getStateCode()) {
            timers.get().ended(job.getJobId());
        }
    }

    private static Optional<ExecutionEntity> execution(String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(
                        Context.getCommandContext().getExecutionManager().findExecutionById(id));
    }

    private static void follow(ElementWatch watch, ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(EngineParts.with(
                configuration.getCustomPreBPMNParseListeners(), new AbstractBpmnParseListener() {
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity process) {
                        follow(watch, process, process.getKey());
                    }
                }));
        DefaultDmnEngineConfiguration decisions = configuration.getDmnEngineConfiguration() == null
                ? new DefaultDmnEngineConfiguration()
                : configuration.getDmnEngineConfiguration();
        decisions.getCustomPostDecisionTableEvaluationListeners().add(event -> {
            String decision = event.getDecision().getKey();
            watch.passed(decision, decision);
            event.getMatchingRules().forEach(rule -> watch.passed(decision, rule.getId()));
        });
        configuration.setDmnEngineConfiguration(decisions);
    }

    private static void follow(ElementWatch watch, ScopeImpl scope, String process) {
        for (ActivityImpl activity : List.copyOf(scope.getActivities())) {
            activity.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, execution -> watch.passed(process, activity.getId()));
            for (PvmTransition outgoing : activity.getOutgoingTransitions()) {
                ((TransitionImpl) outgoing)
                        .addBuiltInListener(
                                ExecutionListener.EVENTNAME_TAKE, execution -> watch.passed(process, outgoing.getId()));
            }
            follow(watch, activity, process);
        }
    }

    private record Told(Consumer<HistoryEvent> told) implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            told.accept(event);
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(told);
        }
    }

    /** Stores only events of process instances in the engine's history tables. This application reads no other history rows. */
    private static final class KeptHistory extends DbHistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricProcessInstanceEventEntity) {
                super.handleEvent(event);
            }
        }
    }

    /** History level with the events that this class handles. {@link KeptHistory} stores only the events of process instances. */
    private static final class QuietHistoryLevel extends AbstractHistoryLevel {

        private static final String NAME = "acse";

        private static final Set<HistoryEventType> TOLD = Set.of(
                HistoryEventTypes.PROCESS_INSTANCE_START,
                HistoryEventTypes.PROCESS_INSTANCE_UPDATE,
                HistoryEventTypes.PROCESS_INSTANCE_MIGRATE,
                HistoryEventTypes.PROCESS_INSTANCE_END,
                HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
                HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
                HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
                HistoryEventTypes.JOB_CREATE,
                HistoryEventTypes.JOB_SUCCESS,
                HistoryEventTypes.JOB_DELETE);

        @Override
        public int getId() {
            return 64;
        }

        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
            return TOLD.contains(type);
        }
    }

    /** Session object of one engine command: it collects the elements that process instances pass, and stores them at the end. */
    private record PathOfCommand(Path path) implements Session {

        @Override
        public void flush() {
            path.flush();
        }

        @Override
        public void close() {}
    }

    /** Reports to {@link Path} which elements the process instances of all models pass. */
    private static final class PathListener extends AbstractBpmnParseListener {

        /** An instance waits inside an intermediate timer event. An instance enters an event of {@link #CLOCKS} when it fires. */
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
                        ((TransitionImpl) outgoing)
                                .addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                                        execution -> path().answerTaken(execution, outgoing.getId()));
                    }
                }
                follow(activity);
            }
        }

        /** Records that an intermediate timer fired. A process instance also leaves the timer when its wait is cancelled. */
        private static void clockFired(DelegateExecution execution) {
            if (!execution.isCanceled()) {
                path().happened(CaseEvent.Kind.CLOCK, execution);
            }
        }

        private static void stepDone(DelegateTask task) {
            path().stepDone(task);
        }

        private static Path path() {
            return Context.getCommandContext().getSession(PathOfCommand.class).path;
        }
    }
}
