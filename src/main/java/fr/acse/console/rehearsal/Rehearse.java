package fr.acse.console.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Rehearsed.Played;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.platform.engine.Times;
import fr.acse.platform.form.CommonChoices;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.People;
import fr.acse.platform.sets.ModelSets;
import fr.acse.platform.start.Command;
import fr.acse.platform.start.RehearsalProfile;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * {@code rehearse <folder>}: plays the scenarios in the subfolder {@code scenarios} with the models in {@code current}, then with those in
 * {@code proposed}. The result is in {@code result.json}. The command runs in a separate application and moves its clock.
 */
@Component
@Profile(RehearsalProfile.NAME)
class Rehearse implements Command {

    private static final String TASK = "task_";

    private static final Logger LOG = LoggerFactory.getLogger(Rehearse.class);

    static final String CURRENT = "current";
    static final String PROPOSED = "proposed";
    static final String SCENARIOS = "scenarios";
    static final String RESULT = "result.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Name of the file with the result of an earlier rehearsal of the day with the current models. The file may be missing. */
    static String resultOf(LocalDate day) {
        return "current-" + day + ".json";
    }

    /** @param refused reason why nothing was played, in words, or null */
    record Both(Rehearsed current, Rehearsed proposed, String refused) {}

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final ProcessEngine engine;
    private final People people;
    private final CaseHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final FilledForm forms;
    private final Passed passed;
    private final ZoneId zone;
    private final ModelSets sets;
    private final Set<String> known = new TreeSet<>();

    Rehearse(
            ProcessEngine engine,
            ModelSets sets,
            People people,
            CaseHistory history,
            JdbcTemplate jdbc,
            Clock clock,
            CommonChoices choices,
            Passed passed,
            ZoneId zone) {
        this.engine = engine;
        this.sets = sets;
        this.people = people;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
        this.forms = new FilledForm(choices, clock);
        this.passed = passed;
        this.zone = zone;
    }

    @Override
    public String name() {
        return RehearsalProfile.COMMAND;
    }

    @Override
    public Result run(List<String> arguments) {
        Path folder = Path.of(arguments.get(0));
        // The command deletes all process instances and releases all places, so the database must contain no case.
        if (jdbc.queryForObject("select count(*) from referral", Long.class) > 0) {
            return new Result(false, Words.of("rehearsal.notEmpty"));
        }
        try {
            List<Scenario> scenarios = files(folder.resolve(SCENARIOS)).entrySet().stream()
                    .map(file -> ScenarioFile.read(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8)))
                    .toList();
            deploy(folder.resolve(CURRENT));
            Path result = folder.resolve(resultOf(LocalDate.now(clock.withZone(zone))));
            Rehearsed current =
                    Files.exists(result) ? JSON.readValue(result.toFile(), Rehearsed.class) : play(scenarios);
            deploy(folder.resolve(PROPOSED));
            Rehearsed proposed = play(scenarios);
            write(folder, new Both(current, proposed, null));
            return new Result(true, Words.of("rehearsal.played", scenarios.size()));
        } catch (Refusal | WebApplicationException refusal) {
            // A refusal inside an engine command becomes a WebApplicationException.
            write(folder, new Both(null, null, refusal.getMessage()));
            return new Result(false, refusal.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Both both) {
        try {
            JSON.writeValue(folder.resolve(RESULT).toFile(), both);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deploy(Path models) {
        sets.deployWhole(files(models));
        known.addAll(namesIn(files(models)));
    }

    private Rehearsed play(List<Scenario> scenarios) {
        List<Played> played = new ArrayList<>();
        Map<String, Set<String>> all = new TreeMap<>();
        for (Scenario scenario : scenarios) {
            passed.clear();
            played.add(play(scenario));
            passed.byProcess()
                    .forEach((process, elements) ->
                            all.computeIfAbsent(process, any -> new TreeSet<>()).addAll(elements));
            putAway();
        }
        return new Rehearsed(played, all);
    }

    /** Ids and names of all elements in the models. The current models are included, because a story may expect that an element is gone. */
    private static Set<String> namesIn(Map<String, byte[]> models) {
        Set<String> names = new TreeSet<>();
        models.forEach((file, content) -> {
            if (file.endsWith(".bpmn")) {
                BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
                String process = model.getModelElementsByType(Process.class)
                        .iterator()
                        .next()
                        .getId();
                model.getModelElementsByType(FlowElement.class).forEach(element -> {
                    names.add(element.getId());
                    names.add(process + "/" + element.getId());
                    names.add(
                            element.getId().startsWith(TASK)
                                    ? element.getId().substring(TASK.length())
                                    : element.getId());
                    names.add(String.valueOf(element.getName()));
                });
            }
        });
        return names;
    }

    /**
     * Sets the clock to 9:00 in France before each story. Steps within some hours then fall on one day, even if the rehearsal runs shortly
     * before midnight.
     */
    private void beginInTheMorning() {
        Times.reset();
        Instant morning =
                LocalDate.now(clock.withZone(zone)).atTime(MORNING).atZone(zone).toInstant();
        Times.moveBy(Duration.between(clock.instant(), morning));
    }

    private Played play(Scenario scenario) {
        beginInTheMorning();
        Stage stage = new Stage(engine, people, clock);
        Play play = new Play(stage, new Expectations(stage, jdbc, passed.elements(), known), history, forms);
        String failed = null;
        int number = 0;
        try {
            for (Scenario.Step step : scenario.steps()) {
                number++;
                step.play(play);
            }
        } catch (NotAsWritten | Refusal wrong) {
            failed = Words.of("scenario.step", number, scenario.words().get(number - 1), wrong.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("A story broke", broken);
            failed = Words.of(
                    "scenario.step",
                    number,
                    scenario.words().get(number - 1),
                    Words.of("scenario.broken", broken.getMessage()));
        }
        List<Line> lines = play.lines();
        return new Played(scenario.file(), scenario.title(), failed, lines);
    }

    /** Cleans the database for the next story: each shelter is open, empty and without recent offers, and no payment waits. */
    private void putAway() {
        List<String> running =
                engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
                        .map(instance -> instance.getId())
                        .toList();
        running.forEach(
                instance -> engine.getRuntimeService().deleteProcessInstance(instance, "rehearsed", true, true));
        jdbc.update("update allocation set released_at = now() where released_at is null");
        jdbc.update("update place set closed_until = null, closed_reason = null where closed_until is not null");
        jdbc.update("update shelter set frozen_at = null, retired_at = null");
        jdbc.update("update breach set decision = 'kept', decided_at = now() where decision is null");
        jdbc.update("update orientation_request set outcome = 'REFUSED' where outcome = 'WAITING_LIST'");
        jdbc.update("update offer set state = 'WITHDRAWN', ended_at = now() where state = 'OPEN'");
        jdbc.update("update offer set opened_at = opened_at - interval '10 years'");
        jdbc.update("update payment_order set state = 'CANCELLED' where state = 'WAITING'");
        Times.reset();
    }

    static Map<String, byte[]> files(Path folder) {
        try (var files = Files.list(folder)) {
            Map<String, byte[]> all = new TreeMap<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                all.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return new LinkedHashMap<>(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
