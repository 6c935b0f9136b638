package fr.acse.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.ProcessTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;

/** Plays the table {@code access-matrix.txt}: each request of each person at both doors. */
@ProcessTest
class AccessMatrixTest extends AccessQuestions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Door> rest = new HashMap<>();

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
}
