package fr.acse.console.cases;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** The open and done steps of a case, each with a role and, for a reader who may know her, the person. Steps contain no value of a form. */
@Component
@RequiredArgsConstructor
public class CaseSteps {

    /**
     * @param process id of the process
     * @param role role that does the step, in words
     * @param at time at which the step was done or is due; may be null
     * @param task id of the open task, or null for a step that was done
     * @param answer answer that was given in a done step, in the words of the model, or null
     */
    public record Step(String process, String name, String role, Instant at, String task, String answer) {

        Step withoutTask() {
            return new Step(process, name, role, at, null, answer);
        }

        /** @param worker role of the person who did the step, with her name if the reader may know it; null keeps the role of the model */
        Step by(String worker) {
            return worker == null ? this : new Step(process, name, worker, at, task, answer);
        }

        /** @param route route of the permit track of the step */
        Step of(String route) {
            return new Step(process, Words.of("step.of", name, route), role, at, task, answer);
        }
    }

    /** Processes with one step: a person reports something in the start form, and the end event names what was reported. */
    static final Set<String> REPORTS = Set.of("case-event", "correct-case", "telephone-answer");

    private static final int LONGEST = 500;

    private final TaskService tasks;
    private final CaseHistory history;
    private final Workers workers;
    private final RepositoryService repository;
    private final Unchecked unchecked;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

    private record Key(String definition, String element) {}

    private record Named(String name, String role) {}

    /** The names of steps in one version of a model never change. Names in the latest version expire from the cache after a minute. */
    private final LoadingCache<Key, Named> names =
            Caffeine.newBuilder().maximumSize(5_000).build(this::named);

    private final LoadingCache<Key, String> answers =
            Caffeine.newBuilder().maximumSize(5_000).build(this::asked);

    private final LoadingCache<Key, String> latest = Caffeine.newBuilder()
            .maximumSize(5_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build(key -> latestName(key.definition(), key.element()));

    /** The open tasks of a case, the earliest due time first. */
    public List<Step> open(CaseReference reference) {
        return unchecked.call(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .orderByDueDate()
                .asc()
                .listPage(0, LONGEST)
                .stream()
                .map(task -> step(
                        task.getProcessDefinitionId(),
                        task.getTaskDefinitionKey(),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        task.getId(),
                        null))
                .toList());
    }

    /**
     * The done steps of a case and the reports about it, the latest first.
     *
     * @param reader person who may know some of the people who did the steps
     * @param mayRead whether the answers of a process or a step may be read, by a name such as {@code answers.allowance}
     */
    public List<Step> done(CaseReference reference, Login reader, Predicate<String> mayRead) {
        List<CaseEvent> done = Stream.concat(
                        history.of(reference, CaseEvent.Kind.STEP, LONGEST).stream(),
                        history.endsOf(reference, REPORTS, LONGEST).stream())
                .sorted(Comparator.comparing(CaseEvent::at).reversed())
                .toList();
        Map<Login, String> people = workers.of(
                done.stream().map(CaseEvent::by).filter(Objects::nonNull).collect(Collectors.toSet()), reader);
        return unchecked.call(() -> done.stream()
                .map(each -> step(each.definition(), each.element(), each.at(), null, answer(each, mayRead))
                        .by(people.get(each.by())))
                .toList());
    }

    private String answer(CaseEvent done, Predicate<String> mayRead) {
        String ofProcess = "answers." + processOf(done.definition());
        if (!mayRead.test(ofProcess) && !mayRead.test(ofProcess + "." + done.element())) {
            return null;
        }
        return done.flows().stream()
                .map(flow -> answers.get(new Key(done.definition(), flow)))
                .filter(words -> !words.isEmpty())
                .reduce((one, next) -> Words.of("step.answers", one, next))
                .orElse(null);
    }

    /** The name of an element in the latest model version that contains it. A running case may use an earlier version. */
    public String nameOf(String process, String element) {
        return latest.get(new Key(process, element));
    }

    private String latestName(String process, String element) {
        return unchecked.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> (FlowElement) model(definition.getId()).getModelElementById(element))
                .filter(found -> found != null && found.getName() != null)
                .map(FlowElement::getName)
                .findFirst()
                .orElse(element));
    }

    /** @param definition id of a process definition; the engine may have deleted the definition */
    Step step(String definition, String element, Instant at) {
        return step(definition, element, at, null, null);
    }

    private Step step(String definition, String element, Instant at, String task, String answer) {
        Named named = names.get(new Key(definition, element));
        return new Step(processOf(definition), named.name(), named.role(), at, task, answer);
    }

    /** The name of a gateway and of the taken flow; empty if one of them has no name, or the engine no longer has the version. */
    private String asked(Key flow) {
        return unchecked.call(() -> isThere(flow.definition())
                        && model(flow.definition()).getModelElementById(flow.element()) instanceof SequenceFlow taken
                        && taken.getSource() instanceof ExclusiveGateway gateway
                        && gateway.getName() != null
                        && taken.getName() != null
                ? Words.of("step.answer", StringUtils.trimTrailingCharacter(gateway.getName(), '?'), taken.getName())
                : "");
    }

    private Named named(Key key) {
        return unchecked.call(() -> {
            if (!isThere(key.definition())) {
                return new Named(key.element(), "");
            }
            FlowElement element = model(key.definition()).getModelElementById(key.element());
            return element instanceof UserTask task
                    ? new Named(task.getName(), role(task))
                    : new Named(reported(element), Words.orElse("reportedBy." + processOf(key.definition()), ""));
        });
    }

    /** Whether the engine has a version. Without this check, a failed query would roll back the transaction of the caller. */
    private boolean isThere(String definition) {
        return models.containsKey(definition)
                || repository
                                .createProcessDefinitionQuery()
                                .processDefinitionId(definition)
                                .count()
                        > 0;
    }

    private static String processOf(String definition) {
        return definition.split(":")[0];
    }

    private static String reported(FlowElement end) {
        ModelElementInstance process = end.getParentElement();
        while (!(process instanceof Process)) {
            process = process.getParentElement();
        }
        return ((Process) process).getName() + ": " + Objects.requireNonNullElse(end.getName(), end.getId());
    }

    private static String role(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        return Arrays.stream(groups == null ? new String[] {"escort"} : groups.split(","))
                .map(group -> Words.of("role." + StringUtils.deleteAny(group, "#${} -.")))
                .reduce((one, other) -> Words.of("role.or", one, other))
                .orElseThrow();
    }

    private BpmnModelInstance model(String definition) {
        return models.computeIfAbsent(definition, repository::getBpmnModelInstance);
    }
}
