package fr.acse.console.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Scenario.NotAsWritten;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.jdbc.core.JdbcTemplate;

/** One story while it is played: its people do what is written, and time passes. */
final class Play {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofDays(800);
    private static final int SAME_CLOCK = 20;

    /** Of a story that goes round in a circle, the beginning tells enough. */
    private static final int MOST_LINES = 1000;

    /** Who goes on when everybody does. */
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
    private final People people;
    private final CaseHistory history;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final FilledForm forms;
    private final Set<String> passed;
    private final Set<String> known;
    private final Map<String, String> doneBy = new HashMap<>();
    private final List<String> references = new ArrayList<>();
    private final Instant begin;

    /**
     * @param passed elements that were passed since the story began, as {@code process/element} and as {@code element}
     * @param known what models call their elements
     */
    Play(
            ProcessEngine engine,
            People people,
            CaseHistory history,
            JdbcTemplate jdbc,
            Clock clock,
            FilledForm forms,
            Set<String> passed,
            Set<String> known) {
        this.known = known;
        this.engine = engine;
        this.people = people;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
        this.forms = forms;
        this.passed = passed;
        this.begin = clock.instant();
    }

    void start(String person, String process, Map<String, Object> with, String refused) {
        ProcessDefinition definition =
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                        .filter(each -> each.getKey().equals(process) || process.equals(each.getName()))
                        .findFirst()
                        .orElseThrow(() -> new NotAsWritten(Words.of("scenario.noProcess", process)));
        unless(isStartedWithAForm(definition), "scenario.noStartForm", process);
        step(person, process, refused, () -> {
            JsonNode form = form(engine.getFormService().getDeployedStartForm(definition.getId()));
            Map<String, Object> values = new HashMap<>(with);
            if (has(form, "caseReference") && !references.isEmpty()) {
                values.putIfAbsent("caseReference", references.get(0));
            }
            String reference = engine.getFormService()
                    .submitStartForm(definition.getId(), forms.of(form, values))
                    .getBusinessKey();
            if (!references.contains(reference)) {
                references.add(reference);
            }
            return null;
        });
        runJobs();
    }

    void complete(String person, String task, Map<String, Object> with, String refused) {
        Task open = tasks().stream()
                .filter(each -> isCalled(each, task))
                .filter(each -> as(person, () -> sees(each)))
                .findFirst()
                .orElseThrow(() -> new NotAsWritten(
                        Words.of(isOpen(task) ? "scenario.notHers" : "scenario.noTask", person, task, openTasks())));
        step(person, open.getName(), refused, () -> {
            submit(person, open, with);
            return null;
        });
        runJobs();
    }

    /** By its id, with or without {@code task_}, or by its name. */
    private static boolean isCalled(Task task, String name) {
        String id = task.getTaskDefinitionKey();
        return name.equals(id) || ("task_" + name).equals(id) || name.equals(task.getName());
    }

    private void submit(String person, Task task, Map<String, Object> with) {
        JsonNode form = form(engine.getFormService().getDeployedTaskForm(task.getId()));
        engine.getFormService().submitTaskForm(task.getId(), forms.of(form, with));
        doneBy.put(task.getId(), person);
    }

    private void step(String person, String what, String refused, Callable<Void> action) {
        try {
            as(person, action);
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

    /** What falls due meanwhile happens at its time. */
    void pass(Duration time) {
        Instant until = clock.instant().plus(time);
        Job next = nextJob();
        while (next != null && !next.getDuedate().toInstant().isAfter(until)) {
            moveTo(next);
            engine.getManagementService().executeJob(next.getId());
            runJobs();
            next = nextJob();
        }
        ClockUtil.setCurrentTime(Date.from(until));
    }

    /** Everybody does what she finds, and time passes, until nothing is left or the same clock comes again and again. */
    void goOn(Map<String, Object> answers) {
        Map<String, Object> left = new HashMap<>(answers);
        Instant end = clock.instant().plus(LONGEST);
        List<String> clocks = new ArrayList<>();
        while (clock.instant().isBefore(end)
                && !(clocks.size() > SAME_CLOCK && Set.copyOf(clocks).size() == 1)) {
            runJobs();
            if (anybodyDoes(left)) {
                clocks.clear();
                continue;
            }
            Job next = nextJob();
            if (next == null) {
                break;
            }
            clocks.add(next.getJobDefinitionId());
            moveTo(next);
            engine.getManagementService().executeJob(next.getId());
        }
        if (!left.isEmpty()) {
            throw new NotAsWritten(Words.of("scenario.neverAsked", String.join(", ", new TreeSet<>(left.keySet()))));
        }
    }

    private boolean anybodyDoes(Map<String, Object> left) {
        for (Task task : tasks()) {
            for (String person : STAFF) {
                if (as(person, () -> sees(task)) && does(person, task, left)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first time that a question is asked it is answered as given. Somebody may see a task that she must leave to another one. */
    private boolean does(String person, Task task, Map<String, Object> left) {
        try {
            return as(person, () -> {
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

    private static boolean isRefusal(Throwable refused) {
        for (Throwable each = refused; each != null; each = each.getCause()) {
            if (each instanceof Refusal || each instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }

    private String reference() {
        unless(!references.isEmpty(), "scenario.notStarted");
        return references.get(0);
    }

    void expectOutcome(String outcome) {
        String is =
                jdbc
                        .queryForList("select outcome from referral where reference = ?", String.class, reference())
                        .stream()
                        .findFirst()
                        .orElse(null);
        unless(outcome.equals(is), "scenario.outcome", outcome, is == null ? "-" : is);
    }

    void expectClosed(boolean closed) {
        boolean open = !tasks().isEmpty() || nextJob() != null;
        unless(open != closed, closed ? "scenario.notClosed" : "scenario.isClosed", openTasks());
    }

    void expect(String what, String each) {
        if (what.equals("told") || what.equals("notTold")) {
            unless(isEvent(each), "scenario.noEvent", each);
        } else {
            unless(known.contains(each), "scenario.noElement", each);
        }
        switch (what) {
            case "open" -> unless(isOpen(each), "scenario.notOpen", each, openTasks());
            case "notOpen" -> unless(!isOpen(each), "scenario.open", each);
            case "passed" -> unless(passed.contains(each), "scenario.notPassed", each);
            case "notPassed" -> unless(!passed.contains(each), "scenario.passed", each);
            case "told" -> unless(isTold(each), "scenario.notTold", each);
            default -> unless(!isTold(each), "scenario.told", each);
        }
    }

    private boolean isOpen(String task) {
        return tasks().stream().anyMatch(each -> isCalled(each, task));
    }

    private static boolean isEvent(String what) {
        String[] parts = what.split(":\\s*");
        boolean role = parts.length == 1
                || Stream.of(Audience.Role.values())
                        .anyMatch(each -> each.name().equalsIgnoreCase(parts[0]));
        return role && Stream.of(Event.values()).anyMatch(each -> each.name().equals(parts[parts.length - 1]));
    }

    /** @param what {@code ROLE: EVENT}, or an event alone */
    private boolean isTold(String what) {
        String[] parts = what.split(":\\s*");
        String event = parts[parts.length - 1];
        return jdbc
                .queryForList(
                        "select role from notice where reference = ? and event = ?", String.class, reference(), event)
                .stream()
                .anyMatch(role -> parts.length == 1 || role.equalsIgnoreCase(parts[0]));
    }

    private static void unless(boolean condition, String key, Object... details) {
        if (!condition) {
            throw new NotAsWritten(Words.of(key, details));
        }
    }

    /** Everything that happened, in order; a clock that comes again and again is told once. */
    List<Line> lines() {
        List<CaseEvent> events = new ArrayList<>();
        references.stream().forEach(reference -> events.addAll(history.inOrder(new CaseReference(reference))));
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

    private void runJobs() {
        List<Job> ready;
        do {
            ready = jobs().stream()
                    .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
                    .toList();
            ready.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } while (!ready.isEmpty());
    }

    private Job nextJob() {
        return jobs().stream()
                .filter(job -> job.getRetries() > 0)
                .min(Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }

    private void moveTo(Job job) {
        if (job.getDuedate().toInstant().isAfter(clock.instant())) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
    }

    private List<Job> jobs() {
        return references.stream()
                .flatMap(
                        reference -> engine
                                .getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(reference)
                                .list()
                                .stream())
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    private List<Task> tasks() {
        return references.stream()
                .flatMap(reference -> engine
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(reference)
                        .orderByTaskCreateTime()
                        .asc()
                        .list()
                        .stream())
                .toList();
    }

    private String openTasks() {
        return String.join(", ", tasks().stream().map(Task::getName).sorted().toList());
    }

    private boolean sees(Task task) {
        return engine.getTaskService().createTaskQuery().taskId(task.getId()).count() == 1;
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

    private <T> T as(String person, Callable<T> action) {
        Set<String> groups = people.groupsOf(new Login(person));
        unless(!groups.isEmpty(), "scenario.nobody", person);
        engine.getIdentityService().setAuthentication(person, List.copyOf(groups));
        try {
            return action.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
