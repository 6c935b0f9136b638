package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Relation;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The heading of a task, shown above its form and on its card. */
@RestController
@RequestMapping("/camunda/api/acse")
@RequiredArgsConstructor
class HeadingEndpoint {

    /**
     * @param step id of the step without the prefix "task_"
     * @param due null if the step has no deadline
     * @param reported alarm of the task, or else of the case; null if there is none
     * @param warning reason why the woman must not arrive at the address; null if there is none
     */
    record Heading(
            String step,
            Date due,
            CaseReference reference,
            boolean urgent,
            AlarmViews.View reported,
            String warning,
            List<TaskFacts.Fact> facts) {}

    private static final int MOST_CARDS = 50;

    private final TaskCases tasks;
    private final CurrentPerson person;
    private final AlarmViews views;
    private final CaseAccess access;
    private final TaskFacts facts;
    private final AddressWarnings warnings;

    /** @throws Refusal if the task does not exist, or the user may not see it */
    @GetMapping("/tasks/{task}/heading")
    @Transactional(readOnly = true)
    public Heading heading(@PathVariable("task") String id) {
        return heading(tasks.task(id));
    }

    /** The headings of several tasks for their cards in the task list. Tasks that the user may not see are left out. */
    @GetMapping("/cards")
    @Transactional(readOnly = true)
    public Map<String, Heading> cards(@RequestParam List<String> ids) {
        Refusal.unless(ids.size() <= MOST_CARDS, "range", "ids", 1, MOST_CARDS);
        return tasks.tasks(ids).stream().collect(Collectors.toMap(Task::getId, this::heading));
    }

    private Heading heading(Task task) {
        CaseReference reference = tasks.reference(task);
        AlarmViews.View reported =
                views.ofTask(task.getId(), reference, person.login()).orElse(null);
        if (reference == null) {
            return new Heading(step(task), task.getDueDate(), null, false, reported, null, List.of());
        }
        Set<Relation> relations = access.relations(person.login(), reference);
        return new Heading(
                step(task),
                task.getDueDate(),
                reference,
                facts.isUrgent(reference, relations),
                reported,
                warnings.of(reference, relations),
                facts.of(reference, task, relations));
    }

    private static String step(Task task) {
        return task.getTaskDefinitionKey().replace("task_", "");
    }
}
