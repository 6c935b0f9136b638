package fr.acse.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.FormAnswers;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Somebody of the network, over HTTP: she takes what she finds, fills in the form, sometimes with another than the first answer, and
 * sends it to whichever node answers; sometimes twice, to two nodes.
 */
final class PeopleAtWork implements Runnable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int OTHER_ANSWER_PERCENT = 12;
    private static final int TWICE_PERCENT = 8;
    private static final int INCOMPLETE_PERCENT = 4;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD_REQUEST = 400;

    private final String login;
    private final String hers;
    private final List<ServerNode> nodes;
    private final Journal journal;
    private final Random random;
    private final int mostCases;
    private final int women;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile boolean goesHome;

    /**
     * @param mostCases how many cases all operators open together
     * @param women how many different ones they are of; 0 if each is of another
     */
    PeopleAtWork(String login, List<ServerNode> nodes, Journal journal, long seed, int mostCases, int women) {
        this.login = login;
        // The coordination sees the tasks of everybody, and does its own.
        this.hers = login.startsWith("coordinator") ? "&candidateGroup=coordination" : "";
        this.nodes = nodes;
        this.journal = journal;
        this.random = new Random(seed);
        this.mostCases = mostCases;
        this.women = women;
    }

    void goHome() {
        goesHome = true;
    }

    @Override
    public void run() {
        while (!goesHome) {
            try {
                boolean worked = opensCase() | startsRun() | worksOnATask();
                Thread.sleep(worked ? 5 : 150);
            } catch (IOException unknown) {
                journal.count("requests without an answer");
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        Processes.workFor(Duration.ofMillis(200));
    }

    private boolean opensCase() throws IOException, InterruptedException {
        if (!login.startsWith("operator") || journal.of("cases opened") >= mostCases || random.nextInt(3) > 0) {
            return false;
        }
        String path = "/process-definition/key/referral";
        HttpResponse<String> form = call("GET", path + "/deployed-start-form", null);
        if (form.statusCode() != OK) {
            return false;
        }
        Map<String, Object> values = filled(JSON.readTree(form.body()), false);
        values.put("sealed_lastName", "Unknown " + (women == 0 ? UUID.randomUUID() : random.nextInt(women)));
        HttpResponse<String> answer = call("POST", path + "/submit-form", body(values));
        if (answer.statusCode() == OK) {
            String reference = JSON.readTree(answer.body()).path("businessKey").asText();
            journal.acknowledged(new Journal.Step(Instant.now(), login, reference, null, "open"));
            return true;
        }
        count(answer);
        return false;
    }

    /** Pays what waits to be paid; now and then, both nodes are asked at once. */
    private boolean startsRun() throws IOException, InterruptedException {
        if (!login.startsWith("finance") || random.nextInt(40) > 0) {
            return false;
        }
        String path = "/process-definition/key/payment-run";
        HttpResponse<String> form = call("GET", path + "/deployed-start-form", null);
        if (form.statusCode() != OK) {
            return false;
        }
        String body = body(filled(JSON.readTree(form.body()), false));
        if (random.nextInt(2) == 0) {
            count(call("POST", path + "/submit-form", body));
        } else {
            onBothNodes(path + "/submit-form", body).forEach(this::count);
        }
        journal.count("payment runs asked for");
        return true;
    }

    private List<HttpResponse<String>> onBothNodes(String path, String body) {
        List<CompletableFuture<HttpResponse<String>>> both = nodes.stream()
                .map(node -> http.sendAsync(request(node, "POST", path, body), BodyHandlers.ofString())
                        .exceptionally(unknown -> null))
                .toList();
        return both.stream()
                .map(CompletableFuture::join)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean worksOnATask() throws IOException, InterruptedException {
        HttpResponse<String> list = call("GET", "/task?maxResults=40&sortBy=created&sortOrder=desc" + hers, null);
        if (list.statusCode() != OK) {
            count(list);
            return false;
        }
        JsonNode tasks = JSON.readTree(list.body());
        if (tasks.isEmpty()) {
            return false;
        }
        JsonNode task = tasks.get(random.nextInt(tasks.size()));
        String path = "/task/" + task.path("id").asText();
        // Opening the form reads sealed values, as in Tasklist.
        HttpResponse<String> opened = call("GET", path + "/form-variables", null);
        HttpResponse<String> form = call("GET", path + "/deployed-form", null);
        if (form.statusCode() != OK || opened.statusCode() >= 500) {
            count(form);
            return false;
        }
        JsonNode fields = JSON.readTree(form.body());
        if (random.nextInt(100) < INCOMPLETE_PERCENT) {
            return sendsIncomplete(task, path);
        }
        boolean another = random.nextInt(100) < OTHER_ANSWER_PERCENT;
        HttpResponse<String> answer = send(task, path + "/submit-form", body(filled(fields, another)));
        if (answer != null && answer.statusCode() == BAD_REQUEST && another) {
            answer = send(task, path + "/submit-form", body(filled(fields, false)));
        }
        return answer != null && answer.statusCode() == NO_CONTENT;
    }

    /** What the page would not send: what the form requires is missing, as the form was drawn and not as a server may have it. */
    private boolean sendsIncomplete(JsonNode task, String path) throws IOException, InterruptedException {
        JsonNode drawn =
                FormAnswers.drawn(task.path("camundaFormRef").path("key").asText());
        Map<String, Object> values = filled(drawn, false);
        List<String> required = new ArrayList<>();
        for (JsonNode field : drawn.path("components")) {
            if (field.path("validate").path("required").asBoolean()
                    && values.containsKey(field.path("key").asText())) {
                required.add(field.path("key").asText());
            }
        }
        boolean left = !required.isEmpty() && values.remove(required.get(random.nextInt(required.size()))) != null;
        HttpResponse<String> answer = call("POST", path + "/submit-form", body(values));
        if (left && answer.statusCode() == NO_CONTENT) {
            journal.taken(task.path("taskDefinitionKey").asText());
        }
        note(task, answer);
        return false;
    }

    private HttpResponse<String> send(JsonNode task, String path, String body)
            throws IOException, InterruptedException {
        if (random.nextInt(100) >= TWICE_PERCENT) {
            HttpResponse<String> answer = call("POST", path, body);
            note(task, answer);
            return answer;
        }
        journal.count("requests sent twice");
        int acknowledged = 0;
        HttpResponse<String> last = null;
        for (HttpResponse<String> answer : onBothNodes(path, body)) {
            note(task, answer);
            acknowledged += answer.statusCode() == NO_CONTENT ? 1 : 0;
            last = answer;
        }
        if (acknowledged > 1) {
            journal.twice(task.path("taskDefinitionKey").asText() + " "
                    + task.path("id").asText());
        }
        return last;
    }

    private void note(JsonNode task, HttpResponse<String> answer) {
        if (answer.statusCode() == NO_CONTENT) {
            journal.acknowledged(new Journal.Step(
                    Instant.now(),
                    login,
                    null,
                    task.path("id").asText(),
                    task.path("taskDefinitionKey").asText()));
        } else {
            count(answer);
        }
    }

    private void count(HttpResponse<String> answer) {
        journal.count("answered " + answer.statusCode());
        if (answer.statusCode() == 500 || answer.body().contains("notUnderstood")) {
            journal.misled(answer.request().method() + " "
                    + answer.request().uri().getPath().replaceAll("/[0-9a-f-]{36}", "/…") + ": " + answer.body());
        }
    }

    private Map<String, Object> filled(JsonNode form, boolean another) {
        Map<String, Object> values = new TreeMap<>(FormAnswers.of(form, Clock.systemUTC(), Map.of()));
        if (another) {
            for (JsonNode field : form.path("components")) {
                JsonNode options = field.path("values");
                if (values.containsKey(field.path("key").asText()) && options.isArray() && !options.isEmpty()) {
                    values.put(
                            field.path("key").asText(),
                            options.get(random.nextInt(options.size()))
                                    .path("value")
                                    .asText());
                }
            }
        }
        return values;
    }

    private static String body(Map<String, Object> values) throws IOException {
        Map<String, Object> variables = new TreeMap<>();
        values.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return JSON.writeValueAsString(Map.of("variables", variables));
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        int first = random.nextInt(nodes.size());
        Instant asked = Instant.now();
        try {
            return http.send(request(nodes.get(first), method, path, body), BodyHandlers.ofString());
        } catch (ConnectException reachedNobody) {
            // As a proxy does: what reached no node goes to another one.
            return http.send(
                    request(nodes.get((first + 1) % nodes.size()), method, path, body), BodyHandlers.ofString());
        } finally {
            journal.waited(Duration.between(asked, Instant.now()));
        }
    }

    private HttpRequest request(ServerNode node, String method, String path, String body) {
        String password = Base64.getEncoder().encodeToString((login + ":" + login).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + "/engine-rest" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + password)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }
}
