package fr.acse.console.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.CaseReference;
import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/** Plays one story: its people start processes and complete tasks, and the clock moves forward. */
final class Play {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofDays(800);
    private static final int SAME_CLOCK = 20;

    /** The most lines of a story in the report. For a story that runs in a loop, the first 1000 lines are enough. */
    private static final int MOST_LINES = 1000;

    /** The demo people who complete tasks in a step {@code everybody}, in this order. */
    private static final List<String> STAFF = List.of(
            "operator",
            "coordinator",
            "shelter",
            "shelter2",
            "shelter3",
            "finance",
            "finance2",
            "coordinator2",
            "supervisor");

    private final ProcessEngine engine;
    private final Stage stage;
    private final Expectations expectations;
    private final CaseHistory history;
    private final FilledForm forms;
    private final Map<String, String> doneBy = new HashMap<>();
    private final Instant begin;

    Play(Stage stage, Expectations expectations, CaseHistory history, FilledForm forms) {
        this.engine = stage.engine();
        this.stage = stage;
        this.expectations = expectations;
        this.history = history;
        this.forms = forms;
        this.begin = stage.now();
    }

    Expectations expect() {
        return expectations;
    }

    void start(String person, String process, Map<String, Object> with, String refused) {
        ProcessDefinition definition =
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                        .filter(each -> each.getKey().equals(process) || process.equals(each.getName()))
                        .findFirst()
                        .orElseThrow(() -> new NotAsWritten(Words.of("scenario.noProcess", process)));
        Expectations.unless(isStartedWithAForm(definition), "scenario.noStartForm", process);
        step(person, process, refused, () -> {
            JsonNode form = form(engine.getFormService().getDeployedStartForm(definition.getId()));
            Map<String, Object> values = new HashMap<>(with);
            if (has(form, "caseReference") && !stage.references().isEmpty()) {
                values.putIfAbsent("caseReference", stage.references().get(0));
            }
            String reference = engine.getFormService()
                    .submitStartForm(definition.getId(), forms.of(form, values))
                    .getBusinessKey();
            stage.begun(reference);
            return null;
        });
        stage.runJobs();
    }

    void complete(String person, String task, Map<String, Object> with, String refused) {
        Task open = stage.tasks().stream()
                .filter(each -> Stage.isCalled(each, task))
                .filter(each -> stage.as(person, () -> stage.sees(each)))
                .findFirst()
                .orElseThrow(() -> new NotAsWritten(Words.of(
                        expectations.isOpen(task) ? "scenario.notHers" : "scenario.noTask",
                        person,
                        task,
                        stage.openTasks())));
        step(person, open.getName(), refused, () -> {
            submit(person, open, with);
            return null;
        });
        stage.runJobs();
    }

    private void submit(String person, Task task, Map<String, Object> with) {
        JsonNode form = form(engine.getFormService().getDeployedTaskForm(task.getId()));
        engine.getFormService().submitTaskForm(task.getId(), forms.of(form, with));
        doneBy.put(task.getId(), person);
    }

    private void step(String person, String what, String refused, Callable<Void> action) {
        try {
            stage.as(person, action);
        } catch (NotAsWritten wrong) {
            throw wrong;
        } catch (RuntimeException refusal) {
            String said = String.valueOf(refusal.getMessage());
            if (refused != null && said.contains(refused)) {
                return;
            }
            boolean otherWords = refused != null && isRefusal(refusal);
            throw new NotAsWritten(
                    otherWords
                            ? Words.of("scenario.otherWords", person, what, said)
                            : Words.of(
                                    "scenario.refused",
                                    person,
                                    what,
                                    isRight(refusal) ? Words.of("scenario.noRight") : said));
        }
        if (refused != null) {
            throw new NotAsWritten(Words.of("scenario.notRefused", person, what, refused));
        }
    }

    void pass(Duration time) {
        stage.pass(time);
    }

    /**
     * The demo people complete all their tasks, and the clock moves from timer to timer, until nothing is left or one timer only repeats.
     */
    void goOn(Map<String, Object> answers) {
        Map<String, Object> left = new HashMap<>(answers);
        Instant end = stage.now().plus(LONGEST);
        List<String> clocks = new ArrayList<>();
        while (stage.now().isBefore(end)
                && !(clocks.size() > SAME_CLOCK && Set.copyOf(clocks).size() == 1)) {
            stage.runJobs();
            if (anybodyDoes(left)) {
                clocks.clear();
                continue;
            }
            Job next = stage.nextJob();
            if (next == null) {
                break;
            }
            clocks.add(next.getJobDefinitionId());
            stage.fire(next);
        }
        if (!left.isEmpty()) {
            throw new NotAsWritten(Words.of("scenario.neverAsked", String.join(", ", new TreeSet<>(left.keySet()))));
        }
    }

    private boolean anybodyDoes(Map<String, Object> left) {
        for (Task task : stage.tasks()) {
            for (String person : STAFF) {
                if (stage.as(person, () -> stage.sees(task)) && does(person, task, left)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Completes a task with the given answers that its form asks for. Returns false if the task is refused, for example to the wrong
     * person.
     */
    private boolean does(String person, Task task, Map<String, Object> left) {
        try {
            return stage.as(person, () -> {
                JsonNode form = form(engine.getFormService().getDeployedTaskForm(task.getId()));
                Map<String, Object> given = new HashMap<>(left);
                given.keySet().removeIf(key -> !has(form, key));
                submit(person, task, given);
                left.keySet().removeAll(given.keySet());
                return true;
            });
        } catch (RuntimeException refused) {
            if (isRefusal(refused)) {
                return false;
            }
            throw refused;
        }
    }

    private static boolean isRefusal(Throwable refused) {
        for (Throwable each = refused; each != null; each = each.getCause()) {
            if (each instanceof Refusal || each instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRight(Throwable refused) {
        return refused instanceof AuthorizationException;
    }

    private boolean isStartedWithAForm(ProcessDefinition definition) {
        return engine
                .getRepositoryService()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(StartEvent.class)
                .stream()
                .anyMatch(start -> start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef") != null);
    }

    /** All events of the story in order. A timer that fires several times in a row gets one line. */
    List<Line> lines() {
        List<CaseEvent> events = new ArrayList<>();
        stage.references().forEach(reference -> events.addAll(history.inOrder(new CaseReference(reference))));
        events.sort(Comparator.comparing(CaseEvent::at));
        List<Line> lines = new ArrayList<>();
        for (CaseEvent event : events) {
            Line line = line(event);
            boolean again = event.kind() == CaseEvent.Kind.CLOCK
                    && !lines.isEmpty()
                    && lines.get(lines.size() - 1).isSame(line);
            if (!again && lines.size() < MOST_LINES) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Line line(CaseEvent event) {
        FlowElement element = engine.getRepositoryService()
                .getBpmnModelInstance(event.definition())
                .getModelElementById(event.element());
        return new Line(
                event.definition().split(":")[0],
                event.element(),
                element == null || element.getName() == null ? event.element() : element.getName(),
                event.kind().name(),
                event.task() == null ? "" : doneBy.getOrDefault(event.task().toString(), ""),
                Duration.between(begin, event.at()).toSeconds());
    }

    private static boolean has(JsonNode form, String key) {
        for (JsonNode field : form.path("components")) {
            if (field.path("key").asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode form(InputStream form) {
        try (form) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new IllegalStateException("A form that was deployed cannot be read", e);
        }
    }
}
