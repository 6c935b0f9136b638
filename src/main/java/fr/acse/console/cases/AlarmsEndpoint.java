package fr.acse.console.cases;

import fr.acse.alarm.OnIt;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alarms that concern the user, each with its task if it is the user's. */
@RestController
@RequestMapping("/camunda/api/acse")
@RequiredArgsConstructor
class AlarmsEndpoint {

    private final TaskCases tasks;
    private final CurrentPerson person;
    private final AlarmViews views;
    private final ApplicationEventPublisher events;

    /** Alarms that are not over and concern the user: danger first, then missing women, then by age. */
    @GetMapping("/alarms")
    @Transactional(readOnly = true)
    public List<AlarmViews.View> standing() {
        return views.standing(person.login());
    }

    /** Records that the holder of a task works on its alarm. @throws Refusal if another person, or nobody, has taken the task */
    @PostMapping("/tasks/{task}/alarm")
    @Transactional
    public ResponseEntity<Void> taken(@PathVariable("task") String id) {
        Task task = tasks.task(id);
        Refusal.unless(person.login().value().equals(task.getAssignee()), "coverNotNow");
        events.publishEvent(new OnIt(id, task.getTaskDefinitionKey(), tasks.reference(task)));
        return ResponseEntity.noContent().build();
    }
}
