package fr.acse.platform.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Which delegate belongs to which process, as the models of this release have it. A delegate acts for the person who
 * does the step, so it works only in its own process.
 */
final class OwnDelegates {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([\\w-]+)\"");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"#\\{(\\w+)}\"");

    private final Map<String, Set<String>> processes = new HashMap<>();

    OwnDelegates() {
        try {
            for (Resource model :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/processes/*.bpmn")) {
                read(model.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String model) {
        PROCESS.matcher(model)
                .results()
                .map(found -> found.group(1))
                .forEach(process -> DELEGATE.matcher(model)
                        .results()
                        .forEach(delegate -> processes
                                .computeIfAbsent(delegate.group(1), any -> new HashSet<>())
                                .add(process)));
    }

    boolean isOf(String delegate, String process) {
        return processes.getOrDefault(delegate, Set.of()).contains(process);
    }
}
