package fr.acse.platform.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Prepares a separate Java process with the same software, which processes files from other people. The process has its own memory and gets
 * no keys.
 */
@Component
@RequiredArgsConstructor
public class OwnJava {

    private static final Set<String> KEPT = Set.of("PATH", "LANG", "LC_ALL", "HOME");

    private final ApplicationContext application;

    /**
     * @param folder working folder of the process, also for its temporary files
     * @param memory value for Java's {@code -Xmx}
     * @param arguments arguments of the application
     */
    public ProcessBuilder prepare(Path folder, String memory, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // Java's default code cache of 48 MB is too small: Java would compile the same code again and again.
                "-XX:ReservedCodeCacheSize=160m",
                "-XX:+ExitOnOutOfMemoryError",
                // The process writes only its answers to the standard output.
                "-XX:+DisplayVMOutputToStderr",
                "-Duser.timezone=UTC",
                "-Djava.io.tmpdir=" + folder.toAbsolutePath()));
        command.addAll(options);
        String path = Arrays.stream(StringUtils.delimitedListToStringArray(
                        System.getProperty("java.class.path"), System.getProperty("path.separator")))
                .map(each -> Path.of(each).toAbsolutePath().toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
        boolean isJar = path.endsWith(".jar") && !path.contains(System.getProperty("path.separator"));
        command.addAll(isJar ? List.of("-jar", path) : List.of("-cp", path, mainClass()));
        command.addAll(arguments);
        ProcessBuilder java = new ProcessBuilder(command);
        java.directory(folder.toFile());
        java.environment().keySet().retainAll(KEPT);
        return java;
    }

    private String mainClass() {
        Object main = application
                .getBeansWithAnnotation(SpringBootConfiguration.class)
                .values()
                .iterator()
                .next();
        return ClassUtils.getUserClass(main).getName();
    }
}
