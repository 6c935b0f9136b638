package fr.acse.models;

import fr.acse.platform.engine.EngineParts;
import fr.acse.platform.model.ModelSteps;
import fr.acse.platform.model.ProcessContract;
import java.beans.Introspector;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Map<String, ModelSteps.Step> STEPS = ModelSteps.byBean();
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
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
            STACK.walk(frames -> frames.map(WritesWatch::step)
                            .filter(step -> !step.isEmpty())
                            .findFirst())
                    .filter(STEPS::containsKey)
                    .ifPresent(step -> check(step, variable.getVariableName()));
        }
    }

    /** Bean of the step whose code a frame is, {@code -} for a command of the engine, or nothing. */
    private static String step(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        if (isCommand(type)) {
            return "-";
        }
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        String name = lambda.matches() ? lambda.group(1) : Introspector.decapitalize(type.getSimpleName());
        return STEPS.containsKey(name) && STEPS.get(name).declaredIn().equals(type) ? name : "";
    }

    /** What a step starts or sends writes into another case. */
    private static boolean isCommand(Class<?> type) {
        return type.getPackageName().equals("org.camunda.bpm.engine.impl.cmd");
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static void check(String step, String variable) {
        if (!STEPS.get(step).writes().contains(variable)) {
            throw new AssertionError(step + " writes " + variable + ", which its annotation does not name");
        }
    }
}
