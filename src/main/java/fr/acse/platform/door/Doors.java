package fr.acse.platform.door;

import com.google.re2j.Pattern;
import fr.acse.platform.identity.Roles;
import fr.acse.words.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The access rules of the application, from the table {@code network/doors.txt}. A rule lists the roles that may send requests with a
 * certain method and path. A request is refused if the table has no rule for the request.
 */
@Component
public class Doors {

    private static final String ENGINE = "engine";
    private static final List<String> ENGINE_ROOTS =
            List.of("/engine-rest/engine/default", "/engine-rest", "/camunda/api/engine/engine/default");
    /** Path of the list of engines. The web applications request this list one path level above the engine's API. */
    private static final String ENGINES = "/camunda/api/engine/engine";

    private static final String OF_TASK = "/task/{id}";

    private static final String PACE = "~";
    private static final String REHEARSALS = "/camunda/api/acse/models/rehearsals";
    private static final int LARGEST_SET = 12 * 1024 * 1024;
    private static final int LARGEST_FORM = 1024 * 1024;
    private static final Pattern PAGES = Pattern.compile("/camunda/app/\\{app}(/default)?/?");
    private static final Pattern DEPLOYED_FORMS = Pattern.compile("/.*/deployed-(start-)?form");
    private static final Pattern WRITTEN_PAGES =
            Pattern.compile("/camunda/api/acse/models/(figures(/\\{process})?|rehearsals/\\{id})");

    private static final Set<String> FOR_THE_MODELER = Set.of("/version", "/deployment", "/deployment/create");

    /**
     * @param path path below the root of the engine's API for a request to the engine, otherwise the whole path
     * @param pace kind of request that {@link Pace} counts per person and hour, or null
     */
    record Door(boolean ofEngine, Set<String> methods, PathPattern path, Set<String> who, String pace) {

        private static Door of(boolean ofEngine, List<String> cells, Map<String, Set<String>> together) {
            return new Door(
                    ofEngine,
                    Set.of(cells.get(0).split(",")),
                    PathPatternParser.defaultInstance.parse(cells.get(1)),
                    cells.stream()
                            .skip(2)
                            .filter(cell -> !cell.startsWith(PACE))
                            .flatMap(role -> together.getOrDefault(role, Set.of(role)).stream())
                            .collect(Collectors.toSet()),
                    cells.stream()
                            .filter(cell -> cell.startsWith(PACE))
                            .map(cell -> cell.substring(PACE.length()))
                            .findFirst()
                            .orElse(null));
        }

        /** Whether the response is a page, a file or a probe that is the same for everybody. */
        boolean isFile() {
            return who.contains("file") || isProbe();
        }

        boolean isProbe() {
            return who.contains("probe");
        }

        /** Whether the rule also allows people who are not logged in, such as the rule for the login itself. */
        boolean isForAnybody() {
            return who.contains("anybody");
        }

        boolean isForHalfway() {
            return who.contains("halfway") || isForAnybody();
        }

        /** Whether the Camunda Modeler sends this request when the Modeler deploys models. */
        boolean isForTheModeler() {
            return ofEngine && FOR_THE_MODELER.contains(path.getPatternString());
        }

        /** Whether the path of the rule contains the id of a task. */
        boolean isOfTask() {
            return ofEngine && path.getPatternString().startsWith(OF_TASK);
        }

        /** Whether the response is a deployed form. A form is the same for every case and holds no people. */
        boolean isOfForm() {
            return ofEngine && DEPLOYED_FORMS.matches(path.getPatternString());
        }

        /** Whether the path is a page of a web application that a person opens in a browser. */
        boolean isPage() {
            return PAGES.matches(path.getPatternString());
        }

        /** Whether the path is a page that the server generates, with figures or a rehearsal. */
        boolean isWrittenPage() {
            return WRITTEN_PAGES.matches(path.getPatternString());
        }

        boolean isReading() {
            return methods.equals(Set.of("GET"));
        }

        /** Whether the request deploys models. */
        boolean isForModels() {
            return ofEngine && path.getPatternString().equals("/deployment/create");
        }

        /** Most bytes of a request body: 12 MB for a set of models, 1 MB for a form. The forms of this application are much smaller. */
        int longestBody() {
            return isForModels() || REHEARSALS.equals(path.getPatternString()) ? LARGEST_SET : LARGEST_FORM;
        }

        /** Whether a person in these groups may send the request. */
        boolean isOpenTo(Set<String> groups) {
            return who.contains("all") || isForHalfway() || !Collections.disjoint(who, groups);
        }
    }

    private final List<Door> doors = new ArrayList<>();

    Doors(Roles roles) {
        Map<String, Set<String>> together =
                Map.of("staff", roles.with(Roles.Power.HAS_TASKS), "administrators", Set.of(Roles.ADMINISTRATORS));
        boolean ofEngine = false;
        for (List<String> row : Table.rows(Doors.class, "/network/doors.txt").toList()) {
            if (row.get(0).startsWith("[")) {
                ofEngine = row.get(0).startsWith(ENGINE, 1);
            } else {
                doors.add(Door.of(ofEngine, row, together));
            }
        }
    }

    List<Door> all() {
        return List.copyOf(doors);
    }

    /** The most specific access rule for a method and a path, or empty if the table has none. */
    Optional<Door> at(String method, PlainPath path) {
        Optional<PlainPath> ofEngine = belowEngine(path);
        String asked = method.equals("HEAD") ? "GET" : method;
        return doors.stream()
                .filter(door -> door.methods().contains(asked))
                .filter(door -> door.ofEngine()
                        ? ofEngine.filter(below -> below.matches(door.path())).isPresent()
                        : path.matches(door.path()))
                .min(Comparator.comparing(Door::path, PathPattern.SPECIFICITY_COMPARATOR));
    }

    /** The part of a path below a root of the engine's API, or empty for any other path. */
    private static Optional<PlainPath> belowEngine(PlainPath path) {
        String text = path.text().length() > 1 && path.text().endsWith("/")
                ? path.text().substring(0, path.text().length() - 1)
                : path.text();
        if (text.equals(ENGINES)) {
            return Optional.of(PlainPath.plain("/engine"));
        }
        return ENGINE_ROOTS.stream()
                .filter(root -> text.startsWith(root + "/"))
                .findFirst()
                .map(root -> PlainPath.plain(text.substring(root.length())));
    }
}
