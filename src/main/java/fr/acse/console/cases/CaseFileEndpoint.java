package fr.acse.console.cases;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.NamesInAnswer;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Refusal;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The case of a task, as far as a person who sees the task may see it, and its sealed values, each after a deliberate
 * click.
 */
@RestController
@RequestMapping("/camunda/api/acse/tasks/{task}")
class CaseFileEndpoint {

    record Wanted(String field) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Unchecked unchecked;
    private final CurrentPerson person;
    private final CaseFileAssembler cases;
    private final ReadableFields fields;
    private final CaseFileService files;
    private final Labels labels;

    CaseFileEndpoint(
            TaskService tasks,
            RuntimeService runtime,
            Unchecked unchecked,
            CurrentPerson person,
            CaseFileAssembler cases,
            ReadableFields fields,
            CaseFileService files,
            Labels labels) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.unchecked = unchecked;
        this.person = person;
        this.cases = cases;
        this.fields = fields;
        this.files = files;
        this.labels = labels;
    }

    @GetMapping("/case")
    @Transactional
    public CaseFileAssembler.CaseFile show(@PathVariable String task) {
        return cases.of(referenceOf(task), person.login());
    }

    /** Reveals one value, and records it. */
    @PostMapping("/reveal")
    @Transactional
    public Map<String, String> reveal(@PathVariable String task, @RequestBody Wanted wanted) {
        CaseReference file = fields.of(referenceOf(task), person.login()).get(wanted.field());
        if (file == null) {
            throw new Refusal("notForYou");
        }
        Map<String, String> values = files.reveal(file, Set.of(wanted.field()), person.login(), task);
        values.replaceAll(labels::inWords);
        NamesInAnswer.allow();
        return values;
    }

    /** @throws Refusal if there is no such task, or none that she may see */
    private CaseReference referenceOf(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw new Refusal("taskDone");
        }
        return new CaseReference(unchecked.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey()));
    }
}
