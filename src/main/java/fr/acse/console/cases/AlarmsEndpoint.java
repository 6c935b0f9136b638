package fr.acse.console.cases;

import fr.acse.alarm.AlarmService;
import fr.acse.alarm.OnIt;
import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.People;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alarms, each with a task that cannot wait. */
@RestController
@RequestMapping("/camunda/api/acse")
@RequiredArgsConstructor
class AlarmsEndpoint {

    /**
     * @param by role that reported it
     * @param danger whether minutes count
     * @param waits whether nobody has taken it yet
     * @param task id of the task to take, or null if she may not see it
     */
    record Alarm(
            CaseReference reference, String what, Instant at, String by, boolean danger, boolean waits, String task) {}

    private static final int MOST_ALARMS = 100;

    private final TaskCases tasks;
    private final CurrentPerson person;
    private final People people;
    private final AlarmService alarms;
    private final ApplicationEventPublisher events;

    /** Alarms that her groups were told of and nobody has taken yet, the oldest first. */
    @GetMapping("/alarms")
    @Transactional(readOnly = true)
    public List<Alarm> waiting() {
        return alarms.waitingFor(people.groupsOf(person.login()), MOST_ALARMS).stream()
                .map(alarm -> of(alarm, tasks.sees(alarm.task())))
                .toList();
    }

    /** Records that she works on the task: nobody else has to be told. @throws Refusal if she has not taken the task */
    @PostMapping("/tasks/{task}/alarm")
    @Transactional
    public ResponseEntity<Void> taken(@PathVariable("task") String id) {
        Refusal.unless(person.login().value().equals(tasks.task(id).getAssignee()), "coverNotNow");
        events.publishEvent(new OnIt(id));
        return ResponseEntity.noContent().build();
    }

    static Alarm of(AlarmService.Alarm alarm, boolean seesTask) {
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
