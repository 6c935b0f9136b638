package fr.acse.console.cases;

import fr.acse.casefile.CaseFileService;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.ReadingRules;
import fr.acse.platform.access.Relation;
import fr.acse.platform.form.SealedSource;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import fr.acse.referral.Household;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /** Parts that she may not see are left out. Times are UTC. */
    record CaseFile(
            String reference,
            List<CaseSteps.Step> open,
            String outcome,
            List<Clock> deadlines,
            List<CaseSteps.Step> steps,
            List<Line> household,
            List<Field> sealed) {}

    record Clock(String name, Instant dueAt, Deadline.State state) {}

    record Line(String label, String value) {}

    record Field(String key, String label) {}

    record Wanted(String field) {}

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final CaseAccess access;
    private final ReadingRules rules;
    private final CaseSteps steps;
    private final CaseFileService files;
    private final List<SealedSource> sources;
    private final ReferralService referrals;
    private final DeadlineService deadlines;
    private final Labels labels;
    private final CurrentPerson person;
    private final Unchecked unchecked;

    CaseFileEndpoint(
            TaskService tasks,
            RuntimeService runtime,
            CaseAccess access,
            ReadingRules rules,
            CaseSteps steps,
            CaseFileService files,
            List<SealedSource> sources,
            ReferralService referrals,
            DeadlineService deadlines,
            Labels labels,
            CurrentPerson person,
            Unchecked unchecked) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.access = access;
        this.rules = rules;
        this.steps = steps;
        this.files = files;
        this.sources = sources;
        this.referrals = referrals;
        this.deadlines = deadlines;
        this.labels = labels;
        this.person = person;
        this.unchecked = unchecked;
    }

    @GetMapping("/case")
    @Transactional
    public CaseFile show(@PathVariable String task) {
        String reference = referenceOf(task);
        Set<Relation> relations = access.relations(person.login(), reference);
        return new CaseFile(
                reference,
                part(
                        "state",
                        relations,
                        () -> steps.open(reference).stream()
                                .filter(step -> rules.mayRead("steps." + step.process(), relations))
                                .toList()),
                part("outcome", relations, () -> outcome(reference)),
                part("deadlines", relations, () -> clocks(reference, relations)),
                steps.done(reference).stream()
                        .filter(step -> rules.mayRead("steps." + step.process(), relations))
                        .toList(),
                part("household", relations, () -> household(reference)),
                sealed(reference));
    }

    /** Reveals one value, and records it. */
    @PostMapping("/reveal")
    @Transactional
    public Map<String, String> reveal(@PathVariable String task, @RequestBody Wanted wanted) {
        String file = readable(referenceOf(task)).get(wanted.field());
        if (file == null) {
            throw new Refusal("notForYou");
        }
        return files.reveal(file, Set.of(wanted.field()), person.login(), task);
    }

    /** @throws Refusal if there is no such task, or none that she may see */
    private String referenceOf(String id) {
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw new Refusal("taskDone");
        }
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
    }

    private <T> T part(String name, Set<Relation> relations, Supplier<T> content) {
        return rules.mayRead(name, relations) ? content.get() : null;
    }

    private String outcome(String reference) {
        return referrals
                .find(reference)
                .filter(referral -> !referral.isOpen())
                .map(referral -> Words.of("outcome." + referral.outcome()))
                .orElse(null);
    }

    private List<Clock> clocks(String reference, Set<Relation> relations) {
        return deadlines.of(reference).stream()
                .filter(deadline -> rules.mayRead("steps." + deadline.process(), relations))
                .filter(deadline -> deadline.state() != Deadline.State.ENDED)
                .map(deadline -> new Clock(
                        steps.nameOf(deadline.process(), deadline.activity()), deadline.dueAt(), deadline.state()))
                .toList();
    }

    /** Empty as long as nobody has assessed what she needs. */
    private List<Line> household(String reference) {
        return referrals
                .find(reference)
                .filter(referral -> referral.household().language() != null)
                .map(referral -> lines(referral.household()))
                .orElse(List.of());
    }

    private List<Line> lines(Household household) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(labels.of("childrenCount"), Integer.toString(household.childrenCount())));
        lines.add(new Line(labels.of("babyCount"), Integer.toString(household.babyCount())));
        if (household.childrenCount() > 0) {
            lines.add(new Line(labels.of("oldestChildAge"), Integer.toString(household.oldestChildAge())));
        }
        lines.add(new Line(labels.of("pregnancy"), labels.of("pregnancy", household.pregnant() ? "yes" : "no")));
        lines.add(
                new Line(labels.of("accessibility"), labels.of("accessibility", household.stepFree() ? "yes" : "no")));
        if (household.language() != null) {
            lines.add(new Line(labels.of("languageCode"), labels.of("languageCode", household.language())));
        }
        return lines;
    }

    private List<Field> sealed(String reference) {
        return readable(reference).keySet().stream()
                .map(field -> new Field(field, labels.of(field)))
                .sorted(Comparator.comparing(Field::label))
                .toList();
    }

    /** Sealed fields that she may read now, and the file that each is in: the case's own, or one that is open to her. */
    private Map<String, String> readable(String reference) {
        Map<String, String> fields = new HashMap<>();
        access.readable(fieldsOf(reference), person.login(), reference).forEach(field -> fields.put(field, reference));
        for (SealedSource source : sources) {
            source.fileFor(reference, person.login())
                    .ifPresent(file -> fieldsOf(file).stream()
                            .filter(field -> access.mayRead(field, person.login(), reference))
                            .forEach(field -> fields.put(field, file)));
        }
        return fields;
    }

    private Set<String> fieldsOf(String file) {
        return files.entries(file).stream().map(CaseFileService.Entry::field).collect(Collectors.toSet());
    }
}
