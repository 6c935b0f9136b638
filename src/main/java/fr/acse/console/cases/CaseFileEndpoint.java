package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.words.Refusal;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The case of a task. The user sees the parts that the user may read, and reveals each sealed value with a separate request. */
@RestController
@RequestMapping("/camunda/api/acse/tasks/{task}")
@RequiredArgsConstructor
class CaseFileEndpoint {

    record Wanted(String field) {}

    private final TaskCases tasks;
    private final CurrentPerson person;
    private final CaseFileAssembler cases;
    private final CaseDetails details;

    @GetMapping("/case")
    @Transactional
    public CaseFileAssembler.CaseFile show(@PathVariable String task) {
        return cases.of(referenceOf(task), person.login());
    }

    /** Reveals one sealed value, and records the reading in the reveal log. */
    @PostMapping("/reveal")
    @Transactional
    public Map<String, String> reveal(@PathVariable String task, @RequestBody Wanted wanted) {
        return details.reveal(referenceOf(task), wanted.field(), person.login(), task);
    }

    private CaseReference referenceOf(String id) {
        CaseReference reference = tasks.reference(tasks.task(id));
        Refusal.unless(reference != null, "taskDone");
        return reference;
    }
}
