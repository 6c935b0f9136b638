package fr.acse.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestComponent;

/** Writes down every flow node and every sequence flow that a test passes. {@link PathCoverageIT} reads it in the end. */
@TestComponent
public class PathRecorder extends AbstractProcessEnginePlugin {

    static final Path PASSED = Path.of("target", "passed-elements.txt");

    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private final Set<String> now = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomPreBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                record(process, process.getKey());
            }
        });
    }

    private void record(ScopeImpl scope, String process) {
        for (ActivityImpl activity : List.copyOf(scope.getActivities())) {
            activity.addBuiltInListener(
                    ExecutionListener.EVENTNAME_START, execution -> passed(process, activity.getId()));
            for (var outgoing : activity.getOutgoingTransitions()) {
                ((TransitionImpl) outgoing)
                        .addBuiltInListener(
                                ExecutionListener.EVENTNAME_TAKE, execution -> passed(process, outgoing.getId()));
            }
            record(activity, process);
        }
    }

    /** Ids of everything that is passed while some work is done, whichever version of a model it belongs to. */
    public Set<String> during(Runnable work) {
        now.clear();
        work.run();
        return Set.copyOf(now);
    }

    private void passed(String process, String element) {
        now.add(element);
        String line = process + " " + element;
        if (passed.add(line)) {
            try {
                Files.writeString(PASSED, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
