package fr.acse.models;

import fr.acse.platform.engine.ElementWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;

/** Writes down every flow node and every sequence flow that a test passes. {@link PathCoverageIT} reads it in the end. */
@TestComponent
public class PathRecorder implements ElementWatch {

    static final Path PASSED = Path.of("target", "passed-elements.txt");

    private final Set<String> passed = ConcurrentHashMap.newKeySet();
    private final Set<String> now = ConcurrentHashMap.newKeySet();

    /** Ids of everything that is passed while some work is done, whichever version of a model it belongs to. */
    public Set<String> during(Runnable work) {
        now.clear();
        work.run();
        return Set.copyOf(now);
    }

    @Override
    public void passed(String process, String element) {
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
