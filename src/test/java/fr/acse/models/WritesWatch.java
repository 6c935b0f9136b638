package fr.acse.models;

import fr.acse.platform.EngineParts;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Writes;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.boot.test.context.TestComponent;

/** A step of the software that writes a variable which its annotation does not name fails in every test. */
@TestComponent
public class WritesWatch extends AbstractProcessEnginePlugin implements HistoryEventHandler {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryEventHandlers(
                EngineParts.with(configuration.getCustomHistoryEventHandlers(), this));
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable
                && !event.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE)
                && !variable.getVariableName().equals(ProcessContract.CASE_REFERENCE.name())) {
            STACK.walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                            .filter(type -> isOurStep(type) || isCommand(type))
                            .findFirst())
                    .filter(WritesWatch::isOurStep)
                    .ifPresent(step -> check(step, variable.getVariableName()));
        }
    }

    /** What a step starts or sends writes into another case. */
    private static boolean isCommand(Class<?> type) {
        return type.getPackageName().equals("org.camunda.bpm.engine.impl.cmd");
    }

    private static boolean isOurStep(Class<?> type) {
        return type.getName().startsWith("fr.acse.")
                && type.getPackageName().endsWith(".process")
                && (JavaDelegate.class.isAssignableFrom(type) || ExecutionListener.class.isAssignableFrom(type));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static void check(Class<?> step, String variable) {
        Writes writes = step.getAnnotation(Writes.class);
        Set<String> named = writes == null ? Set.of() : Set.of(writes.value());
        if (!named.contains(variable)) {
            throw new AssertionError(
                    step.getSimpleName() + " writes " + variable + ", which its annotation does not name");
        }
    }
}
