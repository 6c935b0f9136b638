package fr.acse.platform.model;

import fr.acse.codes.Relation;
import fr.acse.platform.identity.CurrentPerson;
import java.beans.Introspector;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * The delegates and listeners of the software, each described by {@link ModelStep}. They are methods of configurations, or classes if
 * they need several methods.
 */
public final class ModelSteps {

    private static final String SOFTWARE = "fr.acse";

    /**
     * @param bean name by which models use it
     * @param declaredIn the configuration that makes the bean, or its own class
     * @param asksWhoActs whether the step acts for the person who did the step before
     */
    public record Step(String bean, Class<?> declaredIn, boolean isListener, boolean asksWhoActs, ModelStep described) {

        private static Step of(String bean, Class<?> kind, Executable made, AnnotatedElement described) {
            return new Step(
                    bean,
                    made.getDeclaringClass(),
                    ExecutionListener.class.isAssignableFrom(kind),
                    described.getAnnotation(ModelStep.class).by().length > 0
                            || Set.of(made.getParameterTypes()).contains(CurrentPerson.class),
                    described.getAnnotation(ModelStep.class));
        }

        /** The parts in a case of which the acting person has one, or none if everybody may act. */
        public Relation[] parts() {
            return described.by();
        }

        public Set<String> reads() {
            return words(described.reads());
        }

        public Set<String> writes() {
            return words(described.writes());
        }

        private static Set<String> words(String names) {
            return Set.of(StringUtils.tokenizeToStringArray(names, " "));
        }
    }

    private ModelSteps() {}

    /** All steps by the name of their bean. Works without a running application. */
    public static Map<String, Step> byBean() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(ModelStep.class));
        return scanner.findCandidateComponents(SOFTWARE).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(ModelSteps::of)
                .collect(Collectors.toMap(Step::bean, Function.identity()));
    }

    private static Stream<Step> of(Class<?> type) {
        return type.isAnnotationPresent(ModelStep.class)
                ? Stream.of(Step.of(
                        Introspector.decapitalize(type.getSimpleName()), type, type.getDeclaredConstructors()[0], type))
                : Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(ModelStep.class))
                        .map(method -> Step.of(method.getName(), method.getReturnType(), method, method));
    }
}
