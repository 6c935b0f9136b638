package fr.acse.models;

import fr.acse.platform.history.PassedElements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.test.context.TestComponent;

/** Writes down every flow node and every sequence flow that a test passes. {@link PathCoverageIT} reads it in the end. */
@TestComponent
public class PathRecorder extends AbstractProcessEnginePlugin {

    static final Path PASSED = Path.of("target", "passed-elements.txt");

    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private final Set<String> now = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        new PassedElements(this::passed).preInit(configuration);
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
