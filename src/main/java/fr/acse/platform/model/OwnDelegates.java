package fr.acse.platform.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Attr;

/**
 * Which delegate belongs to which process, as the models of this release have it. A delegate acts for the person who
 * does the step, so it works only in its own process.
 */
final class OwnDelegates implements ModelRule {

    private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([\\w-]+)\"");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"#\\{(\\w+)}\"");

    private static final Pattern EXPRESSION = Pattern.compile("#\\{(\\w+)}");

    private final Predicate<String> isDelegate;
    private final Map<String, Set<String>> processes = new HashMap<>();

    OwnDelegates(Predicate<String> isDelegate) {
        this.isDelegate = isDelegate;
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

    @Override
    public Stream<String> faults(ModelFile model, DeployedForms forms) {
        return model.each("*")
                .flatMap(element -> ModelFile.attributes(element).stream()
                        .filter(attribute -> attribute.getLocalName().equals("delegateExpression"))
                        .map(Attr::getValue)
                        .filter(expression -> !isOf(expression, ModelFile.processOf(element)))
                        .map(expression -> ModelFile.fault(element, expression)));
    }

    private boolean isOf(String expression, String process) {
        Matcher delegate = EXPRESSION.matcher(expression);
        return delegate.matches()
                && isDelegate.test(delegate.group(1))
                && processes.getOrDefault(delegate.group(1), Set.of()).contains(process);
    }
}
