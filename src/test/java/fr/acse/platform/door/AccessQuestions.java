package fr.acse.platform.door;

import fr.acse.Network;
import fr.acse.platform.identity.Roles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The people of the access matrix, each with her part in a case, and what they ask at the doors. */
abstract class AccessQuestions {

    /** A person, the part she has in a case, and the task of the case that she asks about. */
    record Asker(String person, String reference, Task task) {}

    static final int PEOPLE = 12;
    static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

    private static final String NOTHING = UUID.randomUUID().toString();

    private static final Pattern PLACE =
            Pattern.compile("\\{(filter|deployment|definition|decision|jobDefinition|job)}");

    private static final Map<String, String> ID_OF = Map.of(
            "/process-instance/{id}", "{instance}",
            "/process-definition/{id}", "{definition}",
            "/decision-definition/{id}", "{decision}",
            "/deployment/{id}", "{deployment}",
            "/filter/{id}", "{filter}",
            "/group/{id}", "coordination",
            "/task/{id}", "{task}",
            "/job/{id}", "{job}",
            "/job-definition/{id}", "{jobDefinition}");

    @Autowired
    Network network;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    /** What a request names that is no part of the asker's case. */
    private final Map<String, String> places = new HashMap<>();

    private final Doors doors = new Doors(new Roles());
    final Map<String, Door> web = new HashMap<>();

    /** In the order of the columns of the table. */
    List<Asker> askers() {
        String former = former();
        String own = network.agreed(ALONE);
        Task ownTask = network.task(own, "task_planJourney");
        String held = network.proposed(ALONE);
        network.complete(held, "task_readAnswer", "operator");
        network.complete(held, "task_agreeArrival", "operator");
        String asked = network.requested();
        network.complete(asked, "task_chooseShelters", "coordinator", "askHow", "firstThree");
        String soon = travelling(Duration.ofHours(20));
        String later = travelling(Duration.ofDays(3));
        Task offer = network.tasks(asked, "task_answerOffer").stream()
                .filter(task -> network.as("shelter2", () -> network.sees(task)))
                .findFirst()
                .orElseThrow();
        return List.of(
                new Asker("operator", own, ownTask),
                new Asker("operator2", own, ownTask),
                new Asker("shelter2", asked, offer),
                new Asker("shelter", held, network.task(held, "task_confirmAgreement")),
                new Asker("shelter", former, network.task(former, "task_chooseShelters")),
                new Asker("operator", soon, network.task(soon, "task_confirmDeparture")),
                new Asker("operator", later, network.task(later, "task_confirmDeparture")),
                new Asker("coordinator", own, ownTask),
                new Asker("finance", own, ownTask),
                new Asker("supervisor", own, ownTask),
                new Asker("analyst", own, ownTask),
                new Asker("admin", own, ownTask));
    }

    /** A case whose held place the shelter gave up: the coordination searches again. */
    private String former() {
        String reference = network.proposed(ALONE);
        network.complete(reference, "task_readAnswer", "operator");
        network.complete(reference, "task_agreeArrival", "operator");
        network.complete(reference, "task_confirmAgreement", "shelter", "agreement", "withdrawn");
        network.complete(reference, "task_confirmLoss", "coordinator");
        network.runJobs(reference);
        return reference;
    }

    private String travelling(Duration until) {
        String reference = network.agreedFor((int) until.toDays() + 1, ALONE);
        network.plan(
                reference,
                "departureAt",
                clock.instant().plus(until).toString(),
                "arrivalExpectedAt",
                clock.instant().plus(until).plus(Duration.ofHours(8)).toString());
        return reference;
    }

    static String reveal(String field) {
        return "POST own:/tasks/{task}/reveal {\"field\":\"" + field + "\"}";
    }

    /** Of all that changes nothing, errors too. What does not name the case is asked once by each person. */
    Map<String, String> answers(Collection<Asker> askers, List<String> fields) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        List<String> requests = new ArrayList<>();
        fields.forEach(field -> requests.add(reveal(field)));
        for (String line : table()) {
            String[] words = line.split("\\s+");
            requests.add(String.join(" ", Arrays.copyOfRange(words, 2, words.length - PEOPLE)));
        }
        requests.addAll(doors.all().stream()
                .filter(AccessQuestions::isRead)
                .map(AccessQuestions::request)
                .filter(request -> !requests.contains(request))
                .distinct()
                .toList());
        for (String request : requests) {
            if (request.startsWith("GET") || request.contains("submit-form") || request.contains("/reveal")) {
                for (Asker asker : askers) {
                    String filled = filled(request, asker);
                    answers.computeIfAbsent(asker.person() + " " + filled, first -> ask(filled, asker.person()));
                }
            }
        }
        return answers;
    }

    String ask(String request, String person) {
        String[] parts = request.split(" ", 3);
        HttpResponse<String> answer = web.computeIfAbsent(person, who -> Door.web(port, who))
                .call(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
        return answer.statusCode() + answer.body();
    }

    /** The figures of the machine count requests. */
    private static boolean isRead(Doors.Door door) {
        return door.methods().contains("GET")
                && !door.isFile()
                && !door.isProbe()
                && !door.path().getPatternString().startsWith("/actuator/");
    }

    /** A request for what belongs to the case of the asker, wherever the door names it. */
    private static String request(Doors.Door door) {
        String path = door.path().getPatternString();
        String id = ID_OF.entrySet().stream()
                .filter(kind -> path.contains(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{random}");
        String known = path.replace("{id}", id)
                .replace("{reference}", "{case}")
                .replace("{key}", "referral")
                .replace("{process}", "referral")
                .replace("{year}", "2026")
                .replace("{form}", "start-referral")
                .replaceAll("\\{(resource|version|engine|app|code|login|name|number|file|plugin|bootstrap)}", "1");
        String own = "/camunda/api/acse/";
        String place = known.startsWith(own) ? "own:/" + known.substring(own.length()) : "web:" + known;
        return "GET " + (door.ofEngine() ? known : place);
    }

    String filled(String request, Asker asker) {
        String known = request.replace("{case}", asker.reference())
                .replace("{task}", asker.task().getId())
                .replace("{instance}", asker.task().getProcessInstanceId())
                .replace("{me}", asker.person())
                .replace("{random}", NOTHING);
        return PLACE.matcher(known).replaceAll(found -> places.computeIfAbsent(found.group(), this::somewhere));
    }

    private String somewhere(String place) {
        return switch (place) {
            case "{filter}" -> filters.createFilterQuery().list().get(0).getId();
            case "{deployment}" ->
                repository.createDeploymentQuery().list().get(0).getId();
            case "{definition}" -> network.definition("transfer").getId();
            case "{decision}" ->
                repository
                        .createDecisionDefinitionQuery()
                        .latestVersion()
                        .list()
                        .get(0)
                        .getId();
            case "{jobDefinition}" ->
                management
                        .createJobDefinitionQuery()
                        .processDefinitionKey("referral")
                        .listPage(0, 1)
                        .get(0)
                        .getId();
            case "{job}" ->
                management
                        .createJobQuery()
                        .processDefinitionKey("agree-arrival")
                        .listPage(0, 1)
                        .get(0)
                        .getId();
            default -> throw new IllegalArgumentException(place);
        };
    }

    static List<String> table() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                AccessQuestions.class.getResourceAsStream("/access-matrix.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
