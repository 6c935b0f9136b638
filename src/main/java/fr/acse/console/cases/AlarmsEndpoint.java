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

/** The alarms for the groups of the user, each with its task. */
@RestController
@RequestMapping("/camunda/api/acse")
@RequiredArgsConstructor
class AlarmsEndpoint {

    /**
     * @param by role of the person who reported the alarm
     * @param danger whether the alarm has the pace for danger
     * @param waits whether nobody has taken the alarm yet
     * @param task id of the task of the alarm, or null if the user may not see the task
     */
    record Alarm(
            CaseReference reference, String what, Instant at, String by, boolean danger, boolean waits, String task) {}

    private static final int MOST_ALARMS = 100;

    private final TaskCases tasks;
    private final CurrentPerson person;
    private final People people;
    private final AlarmService alarms;
    private final ApplicationEventPublisher events;

    /** Alarms that the user's groups were notified of and nobody has taken yet, the oldest first. */
    @GetMapping("/alarms")
    @Transactional(readOnly = true)
    public List<Alarm> waiting() {
        return alarms.waitingFor(people.groupsOf(person.login()), MOST_ALARMS).stream()
                .map(alarm -> of(alarm, tasks.sees(alarm.task())))
                .toList();
    }

    /** Records that the holder of a task works on its alarm. @throws Refusal if another person, or nobody, has taken the task */
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
