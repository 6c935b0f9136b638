package fr.acse.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.util.ClassUtils;

/** All classes that have tests, as they were compiled. */
record TestClasses(List<Class<?>> classes) {

    private static final Path COMPILED = Path.of("target", "test-classes");

    static TestClasses all() throws IOException {
        try (Stream<Path> files = Files.walk(COMPILED.resolve("fr"))) {
            return new TestClasses(files.map(file -> COMPILED.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$"))
                    .<Class<?>>map(name -> ClassUtils.resolveClassName(
                            name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."), null))
                    .filter(TestClasses::hasTests)
                    .toList());
        }
    }

    private static boolean hasTests(Class<?> type) {
        return !AnnotationSupport.findAnnotatedMethods(type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || !AnnotationSupport.findAnnotatedFields(type, Testable.class).isEmpty();
    }

    List<String> named(String pattern) {
        return classes.stream()
                .filter(type -> type.getSimpleName().matches(pattern))
                .map(Class::getName)
                .sorted()
                .toList();
    }
}
