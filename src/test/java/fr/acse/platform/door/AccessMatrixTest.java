package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.RevealLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.access.CaseAccess;
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
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays the table {@code access-matrix.txt}: each request of each person at both doors. */
@ProcessTest
class AccessMatrixTest {

    /** A person, the part she has in a case, and the task of the case that she asks about. */
    private record Asker(String person, String reference, Task task) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PEOPLE = 12;
    private static final Object[] ALONE = {"childrenCount", 0, "babyCount", 0};

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

    @Autowired
    CaseFileService files;

    @Autowired
    CaseAccess access;

    @Autowired
    RevealLog reveals;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    /** What a request names that is no part of the asker's case. */
    private final Map<String, String> places = new HashMap<>();

    private static final List<String> SEALED =
            List.of("sealed_firstName", "sealed_situation", "sealed_functionalNeeds", "sealed_answerNote");

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

    private final Doors doors = new Doors();
    private final Map<String, Door> rest = new HashMap<>();
    private final Map<String, Door> web = new HashMap<>();

    @Test
    void everybodyGetsWhatTheTableSaysAtBothDoors() throws IOException {
        User made = identity.newUser("made");
        made.setPassword("long-enough-for-everybody");
        identity.saveUser(made);
        List<Asker> askers = askers();
        List<String> wrong = new ArrayList<>();
        for (String line : table()) {
            String[] words = line.split("\\s+");
            String[] expected = Arrays.copyOfRange(words, words.length - PEOPLE, words.length);
            String request = String.join(" ", Arrays.copyOfRange(words, 2, words.length - PEOPLE));
            for (int i = 0; i < PEOPLE; i++) {
                check(request, expected[i], askers.get(i), web, wrong);
                if (!request.contains("own:") && !request.contains("web:")) {
                    check(request, expected[i], askers.get(i), rest, wrong);
                }
            }
        }
        identity.deleteUser("made");

        assertThat(wrong).isEmpty();
    }

    /** Values get another length, so that nothing that counts their signs stays the same. All that a person may not read changes together. */
    @Test
    void aSealedValueChangesNoByteOfAnyAnswerToWhoMayNotReadIt() throws IOException {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        List<Asker> askers = askers();
        write(askers, SEALED, "Anna");
        Map<List<String>, List<Asker>> alike = askers.stream()
                .collect(Collectors.groupingBy(asker ->
                        SEALED.stream().filter(field -> !mayRead(field, asker)).toList()));
        alike.remove(List.of());
        for (Map.Entry<List<String>, List<Asker>> each : alike.entrySet()) {
            List<String> hidden = each.getKey();
            List<Asker> blind = each.getValue();
            write(askers, SEALED, "Anna");
            Map<String, String> before = answers(blind, SEALED);
            Map<String, List<String>> known = revealed(hidden, askers);
            write(askers, hidden, "Anastasia-Maria, and a word more");
            Map<String, String> after = answers(blind, SEALED);
            Map<String, List<String>> knownNow = revealed(hidden, askers);

            // Each answer that tells a value adds a line there.
            before.keySet().removeIf(request -> request.contains(" GET own:/reads"));
            before.forEach((request, answer) -> assertThat(after.get(request))
                    .as("%s, after %s changed", request, hidden)
                    .isEqualTo(answer));
            hidden.forEach(field -> assertThat(knownNow.get(field))
                    .as("somebody sees the change of %s", field)
                    .isNotEqualTo(known.get(field)));
        }
        SEALED.forEach(field -> assertThat(askers)
                .as("who may not read %s", field)
                .filteredOn(asker -> !mayRead(field, asker))
                .hasSizeGreaterThan(5));
    }

    /** @return what each of those who may read a field is told of it */
    private Map<String, List<String>> revealed(List<String> fields, List<Asker> askers) {
        return fields.stream()
                .collect(Collectors.toMap(
                        field -> field,
                        field -> askers.stream()
                                .filter(asker -> mayRead(field, asker))
                                .map(asker -> ask(filled(reveal(field), asker), asker.person()))
                                .toList()));
    }

    private static String reveal(String field) {
        return "POST own:/tasks/{task}/reveal {\"field\":\"" + field + "\"}";
    }

    /**
     * The same three cases in two worlds: another shelter holds the place of one, another person escorts the next, another association
     * asked for the third. Each person compares the worlds that differ in all that she may not know.
     */
    @Test
    void aProtectedPlainValueChangesNoByteOfAnyAnswerToWhoMayNotKnowIt() throws IOException {
        ClockUtil.setCurrentTime(Date.from(clock.instant()));
        network.proposed(ALONE); // its hold is a job that can be asked about
        Map<Differing, Asker> cases = new EnumMap<>(Differing.class);
        for (Differing differing : Differing.values()) {
            someone(differing.otherReader, differing.itsGroups);
            String reference = network.agreed(ALONE);
            Task task = at(reference, differing.step);
            cases.put(differing, new Asker("coordinator", reference, task));
            transaction.executeWithoutResult(status -> reveals.add(
                    new Login(differing.reader),
                    new CaseReference(reference),
                    Set.of("sealed_firstName"),
                    task.getId()));
        }
        Map<String, String> known = answers(cases.values(), List.of());
        Map<String, String> knownNow = new TreeMap<>();
        Map<String, String> then = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        for (Differing differing : Differing.values()) {
            List<Asker> blind = of(differing.blind, cases.values());
            then.putAll(answers(blind, List.of("sealed_shelterAddress")));
            EnumSet<Differing> all = EnumSet.range(Differing.HOLDER, differing);
            all.forEach(each -> inTheOtherWorld(each, cases.get(each)));
            now.putAll(answers(blind, List.of("sealed_shelterAddress")));
            if (differing == Differing.ASSOCIATION) {
                knownNow.putAll(answers(cases.values(), List.of()));
            }
            all.forEach(each -> asItWas(each, cases.get(each)));
        }
        for (Differing differing : Differing.values()) {
            identity.deleteUser(differing.otherReader);
        }

        for (Differing differing : Differing.values()) {
            Asker of = cases.get(differing);
            assertThat(knownNow)
                    .as("the coordination sees the other %s", differing)
                    .anySatisfy((request, answer) -> {
                        assertThat(request)
                                .containsAnyOf(
                                        of.reference(),
                                        of.task().getId(),
                                        of.task().getProcessInstanceId());
                        assertThat(answer).contains(differing.after).isNotEqualTo(known.get(request));
                    });
        }
        // The load by region is published as such (ADR 12).
        then.keySet().removeIf(request -> request.endsWith("own:/deadlines/figures"));
        then.forEach((request, answer) ->
                assertThat(inOrder(now.get(request))).as(request).isEqualTo(inOrder(answer)));
        System.out.printf("Two worlds: %d answers are the same%n", then.size());
        assertThat(then).hasSizeGreaterThan(1500);
    }

    private static List<Asker> of(List<String> people, Collection<Asker> cases) {
        return people.stream()
                .flatMap(person -> cases.stream().map(each -> new Asker(person, each.reference(), each.task())))
                .toList();
    }

    private Task at(String reference, String step) {
        if (!step.equals("task_planJourney")) {
            network.plan(reference);
        }
        if (step.equals("task_confirmReception")) {
            network.complete(reference, "task_confirmDeparture", "operator");
        }
        return network.task(reference, step);
    }

    /**
     * What differs between the worlds, the step of the case, who may know neither this nor what stands above but what stands below, and
     * who reads a value of the case in each.
     */
    private enum Differing {
        HOLDER("task_confirmReception", "s01", "s12", List.of("operator"), "shelter", "housed", "shelters", "org-s12"),
        /** Supervisors give the tasks of an association to people, so they know it (ADR 29). */
        ESCORT(
                "task_confirmDeparture",
                "operator",
                "another",
                List.of("supervisor"),
                "operator",
                "another",
                "operators",
                "org-harbour"),
        ASSOCIATION(
                "task_planJourney",
                "harbour",
                "lighthouse",
                List.of("operator2", "shelter3", "finance", "analyst", "admin"),
                "operator",
                "keeper",
                "operators");

        private final String step;
        private final String before;
        private final String after;
        private final List<String> blind;
        private final String reader;
        private final String otherReader;
        private final String[] itsGroups;

        Differing(
                String step,
                String before,
                String after,
                List<String> blind,
                String reader,
                String otherReader,
                String... itsGroups) {
            this.step = step;
            this.before = before;
            this.after = after;
            this.blind = blind;
            this.reader = reader;
            this.otherReader = otherReader;
            this.itsGroups = itsGroups;
        }

        /** Where it stands beside the engine's own tables. */
        private List<String> columns() {
            return switch (this) {
                case HOLDER -> List.of("allocation.shelter", "journey.shelter");
                case ESCORT -> List.of("journey.escort");
                case ASSOCIATION -> List.of("referral.operator");
            };
        }
    }

    private void someone(String login, String... groups) {
        identity.saveUser(identity.newUser(login));
        for (String group : groups) {
            identity.createMembership(login, group);
        }
    }

    /** The log is only added to, so its guard is put aside for a moment. */
    private void readBy(String reader, String before, Task task) {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("alter table reveal disable trigger reveal_is_only_added_to");
            jdbc.update("update reveal set person = ? where person = ? and task = ?", reader, before, task.getId());
            jdbc.execute("alter table reveal enable trigger reveal_is_only_added_to");
        });
    }

    /** Rows that were changed come in another order where nobody asks for one. */
    private static String inOrder(String answer) {
        try {
            JsonNode json = JSON.readTree(answer.substring(3));
            return json.isArray()
                    ? StreamSupport.stream(json.spliterator(), false)
                            .map(JsonNode::toString)
                            .sorted()
                            .toList()
                            .toString()
                    : answer;
        } catch (IOException noJson) {
            return answer;
        }
    }

    private void inTheOtherWorld(Differing differing, Asker of) {
        change(differing, of.reference(), differing.before, differing.after);
        readBy(differing.otherReader, differing.reader, of.task());
    }

    private void asItWas(Differing differing, Asker of) {
        change(differing, of.reference(), differing.after, differing.before);
        readBy(differing.reader, differing.otherReader, of.task());
    }

    private void change(Differing differing, String reference, String before, String after) {
        String instances = "(select proc_inst_id_ from act_ru_execution where business_key_ = '" + reference + "')";
        for (String prefix : List.of("", "org-")) {
            for (String change : List.of(
                    "update act_ru_variable set text_ = ? where text_ = ? and proc_inst_id_ in " + instances,
                    "update act_ru_identitylink set group_id_ = ? where group_id_ = ? and task_id_ in"
                            + " (select id_ from act_ru_task where proc_inst_id_ in " + instances + ")",
                    "update act_ru_task set assignee_ = ? where assignee_ = ? and proc_inst_id_ in " + instances)) {
                jdbc.update(change, prefix + after, prefix + before);
            }
        }
        for (String column : differing.columns()) {
            String[] parts = column.split("\\.");
            jdbc.update(
                    "update " + parts[0] + " set " + parts[1] + " = ? where " + parts[1] + " = ? and reference = ?",
                    after,
                    before,
                    reference);
        }
    }

    private void write(List<Asker> askers, List<String> fields, String value) {
        Map<String, String> values = fields.stream().collect(Collectors.toMap(field -> field, field -> value));
        askers.stream()
                .map(Asker::reference)
                .distinct()
                .forEach(reference -> transaction.executeWithoutResult(
                        status -> files.seal(new CaseReference(reference), values, new Login("operator"))));
    }

    private boolean mayRead(String field, Asker asker) {
        return transaction.execute(status -> access.readable(
                        Set.of(field), new Login(asker.person()), new CaseReference(asker.reference()))
                .contains(field));
    }

    /** Of all that changes nothing, errors too. What does not name the case is asked once by each person. */
    private Map<String, String> answers(Collection<Asker> askers, List<String> fields) throws IOException {
        Map<String, String> answers = new TreeMap<>();
        List<String> requests = new ArrayList<>();
        fields.forEach(field -> requests.add(reveal(field)));
        for (String line : table()) {
            String[] words = line.split("\\s+");
            requests.add(String.join(" ", Arrays.copyOfRange(words, 2, words.length - PEOPLE)));
        }
        requests.addAll(doors.all().stream()
                .filter(AccessMatrixTest::isRead)
                .map(AccessMatrixTest::request)
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

    private String ask(String request, String person) {
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

    /** In the order of the columns of the table. */
    private List<Asker> askers() {
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

    private void check(String request, String expected, Asker asker, Map<String, Door> doors, List<String> wrong) {
        Door door = doors.computeIfAbsent(
                asker.person(), person -> doors == rest ? Door.rest(port, person) : Door.web(port, person));
        String[] parts = filled(request, asker).split(" ", 3);
        HttpResponse<String> answer = door.call(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
        if (!matches(expected, answer, asker.reference(), parts[1])) {
            wrong.add("%s of %s at %s: expected %s, was %s %s"
                    .formatted(
                            request,
                            asker.person(),
                            door.place(""),
                            expected,
                            answer.statusCode(),
                            answer.body()
                                    .substring(0, Math.min(160, answer.body().length()))));
        }
    }

    private static boolean matches(String expected, HttpResponse<String> answer, String reference, String path) {
        boolean done = answer.statusCode() / 100 == 2;
        return switch (expected) {
            case "ok" -> done;
            case "no" ->
                answer.statusCode() / 100 == 4
                        && (path.contains(reference) || !answer.body().contains(reference));
            case "asks" -> answer.statusCode() == 400 && answer.body().contains("please fill this in");
            case "+" -> done && size(answer.body()) > 0;
            default -> done && size(answer.body()) == Integer.parseInt(expected);
        };
    }

    private static int size(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.has("count") ? json.path("count").asInt() : json.size();
        } catch (IOException e) {
            return -1;
        }
    }

    private String filled(String request, Asker asker) {
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

    private static List<String> table() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                AccessMatrixTest.class.getResourceAsStream("/access-matrix.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
