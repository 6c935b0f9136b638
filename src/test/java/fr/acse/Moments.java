package fr.acse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Cases in danger, from moment to moment. At each moment, a test looks at the screens and compares them with {@code moments.txt}. */
public record Moments(Network network, TaskService tasks, Look look) {

    /** Looks at the screens of all roles at a moment of a case. */
    public interface Look {
        void at(String reference, String moment);
    }

    public static final List<String> ROLES = List.of("operator", "coordinator", "supervisor", "shelter");

    public void tell(String story) {
        switch (story) {
            case "missing" -> missing();
            case "late" -> late();
            case "danger" -> danger();
            default -> lost();
        }
    }

    /** The cells of the rows of a story in {@code moments.txt}. */
    public static List<List<String>> expected(String story) {
        try (InputStream table = Moments.class.getResourceAsStream("/moments.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .dropWhile(line -> !line.equals("# " + story))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> !line.isBlank())
                    .map(line -> List.of(line.split(" \\| ")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void missing() {
        String reference = network.arrived();
        look.at(reference, "she lives in the shelter");
        network.startFor(reference, "leaving", "propose-leaving", "shelter", "leavingKind", "disappeared");
        look.at(reference, "she has disappeared");
        take(network.task(reference, "task_traceWoman"), "coordinator");
        look.at(reference, "the coordination looks for her");
        network.complete(reference, "task_traceWoman", "coordinator", "traceResult", "notYet");
        look.at(reference, "she is not found yet");
        network.complete(reference, "task_traceWoman", "coordinator", "traceResult", "found");
        look.at(reference, "she is found");
    }

    private void late() {
        String reference = network.requested();
        network.pass(reference, Duration.ofHours(47));
        look.at(reference, "an hour is left");
        network.pass(reference, Duration.ofHours(2));
        look.at(reference, "the 48 hours are over");
        take(network.task(reference, "task_takeOverLateRequest"), "supervisor");
        look.at(reference, "a supervisor takes it over");
        network.complete(reference, "task_takeOverLateRequest", "supervisor");
        look.at(reference, "she has called the coordination");
        network.propose(reference, "lateReason", "sheltersSilent");
        look.at(reference, "the answer comes");
    }

    private void danger() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        look.at(reference, "they are on the way");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "danger");
        look.at(reference, "the escort reports danger");
        network.pass(reference, Duration.ofMinutes(16));
        look.at(reference, "nobody has taken it for a quarter of an hour");
        take(network.task(reference, "task_decideOnJourney"), "coordinator");
        look.at(reference, "the coordination takes it");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "goesOn");
        look.at(reference, "the coordination has decided");
    }

    private void lost() {
        String reference = network.agreed();
        network.plan(reference);
        network.complete(reference, "task_confirmDeparture", "operator");
        network.complete(reference, "task_confirmArrival", "operator", "escortReport", "lost");
        look.at(reference, "the escort does not find her");
        network.complete(reference, "task_decideOnJourney", "coordinator", "journeyDecision", "lost");
        look.at(reference, "the journey ends, and her association tries to reach her");
        network.pass(reference, Duration.ofHours(49));
        network.complete(reference, "task_traceNoShow", "operator", "trace", "notReached");
        look.at(reference, "the time to reach her is over");
        network.complete(reference, "task_confirmNoShow", "coordinator", "noShowAnswer", "givenUp");
        look.at(reference, "the place is given up");
    }

    private void take(Task task, String person) {
        network.as(person, () -> {
            tasks.claim(task.getId(), person);
            return null;
        });
    }
}
