package fr.acse.platform.gate;

import fr.acse.platform.model.ProcessContract;
import java.beans.Introspector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The gate as it stands in the application, with all contracts, delegates and trials, but without an engine. */
final class TheGate {

    static final Map<String, byte[]> RELEASE = Gate.filesOfRelease();

    /** One for each thread, since each looks at one set after the other. */
    private static final ThreadLocal<Gate> GATE = ThreadLocal.withInitial(() -> build(RELEASE));

    private TheGate() {}

    /** What is found when these files take the place of ours. */
    static List<Finding> findings(Map<String, byte[]> changed) {
        Map<String, byte[]> files = new TreeMap<>(RELEASE);
        files.putAll(changed);
        return GATE.get().findings(files);
    }

    /** What is found in files when other ones are current. */
    static List<Finding> findings(Map<String, byte[]> current, Map<String, byte[]> files) {
        return build(current).findings(files);
    }

    private static Gate build(Map<String, byte[]> release) {
        Map<String, Class<?>> beans = new HashMap<>();
        Stream.concat(types(JavaDelegate.class), types(ExecutionListener.class))
                .forEach(type -> beans.put(Introspector.decapitalize(type.getSimpleName()), type));
        return new Gate(
                instances(ProcessContract.class),
                instances(ModelTrial.class),
                name -> Optional.ofNullable(beans.get(name)),
                () -> release);
    }

    private static <T> List<T> instances(Class<T> kind) {
        return types(kind)
                .map(type -> kind.cast(BeanUtils.instantiateClass(type)))
                .toList();
    }

    private static Stream<Class<?>> types(Class<?> kind) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(kind));
        return scanner.findCandidateComponents("fr.acse").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }
}
