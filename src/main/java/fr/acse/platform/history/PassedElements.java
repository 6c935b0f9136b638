package fr.acse.platform.history;

import java.util.List;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells of every flow node and every sequence flow that an instance passes. For rehearsals and tests: nothing of it is stored. */
public class PassedElements extends AbstractProcessEnginePlugin {

    private final BiConsumer<String, String> passed;

    /** @param passed gets the process and the element, by id */
    public PassedElements(BiConsumer<String, String> passed) {
        this.passed = passed;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                follow(process, process.getKey());
            }
        });
    }

    private void follow(ScopeImpl scope, String process) {
        for (ActivityImpl activity : List.copyOf(scope.getActivities())) {
            activity.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, execution -> passed.accept(process, activity.getId()));
            for (var outgoing : activity.getOutgoingTransitions()) {
                ((TransitionImpl) outgoing)
                        .addBuiltInListener(
                                ExecutionListener.EVENTNAME_TAKE,
                                execution -> passed.accept(process, outgoing.getId()));
            }
            follow(activity, process);
        }
    }
}
