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
 * All delegates and listeners with the annotation {@link ModelStep}. Each is a method of a configuration class, or a class of its own if it
 * needs several methods.
 */
public final class ModelSteps {

    private static final String SOFTWARE = "fr.acse";

    /**
     * @param bean name of the Spring bean, which models use
     * @param declaredIn the configuration class that creates the bean, or the bean's own class
     * @param asksWhoActs whether the step checks or records the person who completed the previous step
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

        /** Parts in a case of which the acting person must have one. An empty array allows everybody. */
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

    /** All steps by the name of their bean. The method scans the class path and needs no running application. */
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
