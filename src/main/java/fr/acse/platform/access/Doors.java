package fr.acse.platform.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which role may use which part of the engine's API: the table {@code doors.txt}. */
@Component
class Doors {

    private static final String ANYBODY = "anybody";
    private static final String ALL = "all";
    private static final Map<String, Set<String>> ROLES = Map.of(
            "staff",
                    Set.of(
                            AccessRules.OPERATORS,
                            AccessRules.COORDINATION,
                            AccessRules.SHELTERS,
                            AccessRules.FINANCE,
                            AccessRules.SUPERVISORS),
            "administrators", Set.of(AccessRules.ADMINISTRATORS));

    private record Door(Set<String> methods, PathPattern path, Set<String> who) {

        static Door of(String line) {
            String[] columns = line.split("\\s+", 3);
            return new Door(
                    Set.of(columns[0].split(",")),
                    PathPatternParser.defaultInstance.parse(columns[1]),
                    Arrays.stream(columns[2].split("\\s+"))
                            .flatMap(role -> ROLES.getOrDefault(role, Set.of(role)).stream())
                            .collect(Collectors.toSet()));
        }
    }

    private final List<Door> doors;

    Doors() {
        try (var table = new BufferedReader(
                new InputStreamReader(Doors.class.getResourceAsStream("doors.txt"), StandardCharsets.UTF_8))) {
            doors = table.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Door::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a part of the API may be used.
     *
     * @param path as {@code doors.txt} writes it
     * @param groups of the person, or null if nobody is logged in
     */
    boolean isOpen(String method, String path, Set<String> groups) {
        PathContainer parsed = PathContainer.parsePath(path);
        return doors.stream()
                .filter(door -> door.methods().contains(method.equals("HEAD") ? "GET" : method))
                .filter(door -> door.path().matches(parsed))
                .min((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.path(), b.path()))
                .map(door -> door.who().contains(ANYBODY)
                        || groups != null && (door.who().contains(ALL) || !Collections.disjoint(door.who(), groups)))
                .orElse(false);
    }
}
