package fr.acse.console.cases;

import fr.acse.alarm.AlarmService;
import fr.acse.alarm.OnIt;
import fr.acse.codes.CaseReference;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands above the form of a task, and what cannot wait. */
@RestController
@RequestMapping("/camunda/api/acse")
class HeadingEndpoint {

    /**
     * @param reported what cannot wait; null if nothing does
     * @param warning why she must not arrive at the address; null if nothing is known against it
     */
    record Heading(
            CaseReference reference, boolean urgent, Alarm reported, String warning, List<TaskFacts.Fact> facts) {}

    /**
     * @param by role that reported it
     * @param danger whether minutes count
     * @param waits whether nobody has taken it yet
     * @param task id of the task to take, or null if she may not see it
     */
    record Alarm(
            CaseReference reference, String what, Instant at, String by, boolean danger, boolean waits, String task) {}

    private static final String RUN = "payment-run";
    private static final String LINE = "lineNumber";
    private static final int MOST_ALARMS = 100;
    private static final int MOST_CARDS = 50;

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Unchecked unchecked;
    private final CurrentPerson person;
    private final People people;
    private final AlarmService alarms;
    private final ApplicationEventPublisher events;
    private final CaseAccess access;
    private final TaskFacts facts;
    private final TaskTracks tracks;
    private final AddressWarnings warnings;

    HeadingEndpoint(
            TaskService tasks,
            RuntimeService runtime,
            Unchecked unchecked,
            CurrentPerson person,
            People people,
            AlarmService alarms,
            ApplicationEventPublisher events,
            CaseAccess access,
            TaskFacts facts,
            TaskTracks tracks,
            AddressWarnings warnings) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.unchecked = unchecked;
        this.person = person;
        this.people = people;
        this.alarms = alarms;
        this.events = events;
        this.access = access;
        this.facts = facts;
        this.tracks = tracks;
        this.warnings = warnings;
    }

    /** @throws Refusal if there is no such task, or none that she may see */
    @GetMapping("/tasks/{task}/heading")
    @Transactional(readOnly = true)
    public Heading heading(@PathVariable("task") String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        Refusal.unless(task != null, "taskDone");
        return heading(task);
    }

    /** The same of some tasks, for their cards in a list; those that she may not see are left out. */
    @GetMapping("/cards")
    @Transactional(readOnly = true)
    public Map<String, Heading> cards(@RequestParam List<String> ids) {
        Refusal.unless(ids.size() <= MOST_CARDS, "range", "ids", 1, MOST_CARDS);
        return tasks.createTaskQuery().taskIdIn(ids.toArray(String[]::new)).listPage(0, MOST_CARDS).stream()
                .collect(Collectors.toMap(Task::getId, this::heading));
    }

    private Heading heading(Task task) {
        // A colleague may do the task at this moment; then nothing is known of its case.
        CaseReference reference = unchecked.call(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .singleResult();
            return instance == null ? null : CaseReference.orNull(instance.getBusinessKey());
        });
        Alarm reported =
                alarms.ofTask(task.getId()).map(alarm -> alarm(alarm, true)).orElse(null);
        if (reference == null) {
            return new Heading(null, false, reported, null, List.of());
        }
        Set<Relation> relations = access.relations(person.login(), reference);
        return new Heading(
                reference,
                facts.isUrgent(reference, relations),
                reported,
                warnings.of(reference, relations),
                process(task).equals(RUN)
                        ? facts.ofPayment(reference, number(task, LINE), relations)
                        : facts.of(reference, process(task), tracks.of(process(task), task.getId()), relations));
    }

    /** She is on it: nobody else has to be told. @throws Refusal if she does not have the task in hand */
    @PostMapping("/tasks/{task}/alarm")
    @Transactional
    public ResponseEntity<Void> taken(@PathVariable("task") String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        Refusal.unless(task != null, "taskDone");
        Refusal.unless(person.login().value().equals(task.getAssignee()), "coverNotNow");
        events.publishEvent(new OnIt(id));
        return ResponseEntity.noContent().build();
    }

    private Integer number(Task task, String variable) {
        return unchecked.call(() -> (Integer) runtime.getVariable(task.getExecutionId(), variable));
    }

    private static String process(Task task) {
        return task.getProcessDefinitionId().split(":")[0];
    }

    /** What nobody has taken yet, of all that her groups were told, the oldest first. */
    @GetMapping("/alarms")
    @Transactional(readOnly = true)
    public List<Alarm> alarms() {
        return alarms.waitingFor(people.groupsOf(person.login()), MOST_ALARMS).stream()
                .map(alarm -> alarm(
                        alarm, tasks.createTaskQuery().taskId(alarm.task()).count() > 0))
                .toList();
    }

    private static Alarm alarm(AlarmService.Alarm alarm, boolean seesTask) {
        return new Alarm(
                alarm.reference(),
                Words.of("alarm." + alarm.kind()),
                alarm.raisedAt(),
                Words.of("alarm.by." + alarm.raisedBy()),
                alarm.pace().equals(AlarmService.DANGER),
                !alarm.isTaken(),
                seesTask ? alarm.task() : null);
    }
}
