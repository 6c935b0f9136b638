package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.acse.Extent;
import fr.acse.Network;
import fr.acse.platform.gate.Gate;
import fr.acse.words.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Texts and files that nobody types, at every door and in every form and upload. */
abstract class Fuzz {

    private static final ObjectMapper JSON = JsonMapper.builder()
            // Half of a pair of signs can only be sent like this.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private static final List<String> PEOPLE = List.of(
            "operator", "operator2", "coordinator", "shelter", "finance", "supervisor", "analyst", "admin", "manager");

    private static final List<String> KINDS = List.of(
            "1", " ", "a", "é", "\u0301", "\u202e", "\ud800", "\0", "😀", "(", "[", "{", "<a>", "\"", "'", "\\", "%",
            "$", "1 ", "a.", "a@", "\n", "${", "#{", "&amp;", "-", "0", "9", "../", "*", "|", ";", "ß");

    private static final int LONGEST = 8_000;
    private static final int COLUMNS = 12;
    private static final int LONGEST_PLACE = 1_500;
    private static final int SHOWN = 3;
    private static final int LONGEST_SHOWN = 300;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    private final Random random = new Random(Extent.seed(getClass()));
    private final Map<String, Door> doors = new HashMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    private final List<Slow> slowest = new ArrayList<>();

    private record Slow(Duration took, String what) {}

    /**
     * Each answer is one, none an error of the server.
     *
     * @param goesOn asked with the number of requests that were sent
     */
    void fuzz(IntPredicate goesOn) throws IOException {
        String reference = network.openReferral();
        Task task = network.task(reference, "task_assessSituation");
        List<String> table = table(reference, task);
        for (int sent = 0; goesOn.test(sent); sent++) {
            switch (random.nextInt(4)) {
                case 0 -> submit(task);
                case 1 -> upload();
                default -> knock(table.get(random.nextInt(table.size())));
            }
        }

        System.out.printf("%s: answers %s, slowest %s%n", getClass().getSimpleName(), answers, slowest);
        assertThat(wrong).isEmpty();
        assertThat(jdbc.queryForList(
                        "select name from model_rehearsal where reason = ?",
                        String.class,
                        Words.of("rehearsal.broken")))
                .as("rehearsals that ended without saying why")
                .isEmpty();
    }

    Duration slowest() {
        return slowest.get(0).took();
    }

    /** Every field of a form. */
    private void submit(Task task) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        for (JsonNode field : JSON.readTree(Gate.filesOfRelease().get("assess-situation.form"))
                .path("components")) {
            if (field.has("key")) {
                variables.putObject(field.path("key").asText()).set("value", value());
            }
        }
        send("operator", "POST", "/task/" + task.getId() + "/submit-form", body.toString());
    }

    /** A file of ours with something in it that does not belong there. */
    private void upload() {
        Map<String, byte[]> ours = Gate.filesOfRelease();
        String name = List.copyOf(ours.keySet()).get(random.nextInt(ours.size()));
        String file = new String(ours.get(name), StandardCharsets.UTF_8);
        int at = random.nextInt(file.length());
        String content =
                switch (random.nextInt(6)) {
                    case 0 -> text();
                    case 1 -> file.substring(0, at) + text() + file.substring(at);
                    case 2 -> file.substring(0, at);
                    case 3 -> "<!DOCTYPE d [<!ENTITY a \"" + text() + "\">]><d>" + "&a;".repeat(5_000) + "</d>";
                    case 4 -> "x: &a [" + "b, ".repeat(5_000) + "]\ny: [" + "*a, ".repeat(5_000) + "]";
                    default -> "PK\u0003\u0004" + text();
                };
        if (random.nextBoolean()) {
            note("upload " + name, () -> deploy(name, content));
        } else {
            ObjectNode body = JSON.createObjectNode();
            body.putObject("files").put(random.nextBoolean() ? name : "story.yaml", content);
            send("analyst", "POST", "own:/models/rehearsals", body.toString());
        }
    }

    HttpResponse<String> deploy(String name, String content) {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n";
        Door door = door("analyst");
        return door.exchange(
                "POST",
                door.place("/deployment/create"),
                "multipart/form-data; boundary=b",
                part.formatted("deployment-name", "") + "fuzz\r\n"
                        + part.formatted("data", "; filename=\"fuzz-" + name + "\"") + content + "\r\n--b--\r\n");
    }

    /** A request of the access matrix with another value somewhere. */
    private void knock(String request) throws IOException {
        String[] parts = request.split(" ", 3);
        String place = parts[1];
        String body = parts.length > 2 ? parts[2] : null;
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (body != null && body.startsWith("{") && random.nextBoolean()) {
            JsonNode changed = changed(JSON.readTree(body));
            send(person, parts[0], place, changed.toString());
        } else if (place.contains("?")) {
            String encoded = encoded();
            send(person, parts[0], place.replaceAll("=[^&]*", "=" + encoded.replace("$", "%24")), body);
        } else {
            int cut = place.lastIndexOf('/');
            send(person, parts[0], place.substring(0, cut + 1) + encoded(), body);
        }
    }

    private JsonNode changed(JsonNode body) {
        if (body.isObject() && !body.isEmpty()) {
            ObjectNode object = body.deepCopy();
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            object.set(random.nextInt(5) == 0 ? text() : name, changed(object.get(name)));
            return object;
        }
        return value();
    }

    private JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 1 -> JSON.getNodeFactory().numberNode(Double.MAX_VALUE);
            case 2 -> JSON.getNodeFactory().booleanNode(true);
            case 3 -> JSON.getNodeFactory().nullNode();
            case 4 -> nested();
            default -> JSON.getNodeFactory().textNode(text());
        };
    }

    private JsonNode nested() {
        ArrayNode outer = JSON.createArrayNode();
        ArrayNode inner = outer;
        for (int depth = random.nextInt(900); depth > 0; depth--) {
            inner = inner.addArray();
        }
        return outer;
    }

    private String text() {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String other = random.nextBoolean() ? KINDS.get(random.nextInt(KINDS.size())) : "";
        int length = random.nextInt(20) == 0 ? 1_000_000 : random.nextInt(1, LONGEST);
        return (kind + other).repeat(Math.max(1, length / (kind + other).length()));
    }

    private String encoded() {
        String encoded = URLEncoder.encode(text().substring(0, 1) + text(), StandardCharsets.UTF_8);
        String cut = encoded.substring(0, Math.min(encoded.length(), random.nextInt(1, LONGEST_PLACE)));
        // Not in the middle of a sign.
        return cut.replaceAll("%.?$", "");
    }

    private void send(String person, String method, String place, String body) {
        note(method + " " + place + " of " + person, () -> door(person).call(method, place, body));
    }

    private interface Request {
        HttpResponse<String> send();
    }

    private void note(String what, Request request) {
        long begin = System.nanoTime();
        HttpResponse<String> answer = request.send();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        slowest.add(new Slow(took, answer.statusCode() + " to " + cut(what)));
        slowest.sort(Comparator.comparing(Slow::took).reversed());
        slowest.subList(Math.min(SHOWN, slowest.size()), slowest.size()).clear();
        answers.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 500) {
            wrong.add(cut(what) + ": " + answer.statusCode() + " " + cut(answer.body()));
        }
    }

    private Door door(String person) {
        return doors.computeIfAbsent(person, who -> Door.web(port, who));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST_SHOWN, text.length()));
    }

    private static List<String> table(String reference, Task task) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(Fuzz.class.getResourceAsStream("/access-matrix.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+"))
                    .map(words -> String.join(" ", List.of(words).subList(2, words.length - COLUMNS)))
                    .map(request -> request.replace("{case}", reference)
                            .replace("{task}", task.getId())
                            .replace("{instance}", task.getProcessInstanceId())
                            .replace("{me}", "operator")
                            .replaceAll(
                                    "\\{(random|filter|deployment|jobDefinition|job)}",
                                    UUID.randomUUID().toString()))
                    .toList();
        }
    }
}
