package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.platform.history.CaseEvent;
import fr.acse.platform.history.CaseHistory;
import fr.acse.platform.identity.Unchecked;
import fr.acse.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** What is open and what was done in a case, by role: the engine's view of it without a value or a name. */
@Component
public class CaseSteps {

    /**
     * @param process id of the process
     * @param role who does it, in words
     * @param at when it was done, or is due; may be null
     */
    public record Step(String process, String name, String role, Instant at) {}

    private static final int LONGEST = 500;

    private final TaskService tasks;
    private final CaseHistory history;
    private final RepositoryService repository;
    private final Unchecked unchecked;
    private final Map<String, BpmnModelInstance> models = new ConcurrentHashMap<>();

    CaseSteps(TaskService tasks, CaseHistory history, RepositoryService repository, Unchecked unchecked) {
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.unchecked = unchecked;
    }

    /** Steps that wait for somebody, the most urgent first. */
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
                        task.getDueDate() == null ? null : task.getDueDate().toInstant()))
                .toList());
    }

    /** Steps that somebody has done, the latest first. */
    public List<Step> done(CaseReference reference) {
        return unchecked.call(() -> history.of(reference, CaseEvent.Kind.STEP, LONGEST).stream()
                .map(done -> step(done.definition(), done.element(), done.at()))
                .toList());
    }

    /** What the latest version of a model that has this element calls it: running cases may be under an earlier one. */
    public String nameOf(String process, String element) {
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

    private Step step(String definition, String element, Instant at) {
        String process = repository.getProcessDefinition(definition).getKey();
        UserTask task = model(definition).getModelElementById(element);
        return new Step(process, task.getName(), role(task), at);
    }

    private static String role(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        return Arrays.stream(groups == null ? new String[] {"escort"} : groups.split(","))
                .map(group -> Words.of("role." + group.replaceAll("\\W", "")))
                .reduce((one, other) -> Words.of("role.or", one, other))
                .orElseThrow();
    }

    private BpmnModelInstance model(String definition) {
        return models.computeIfAbsent(definition, repository::getBpmnModelInstance);
    }
}
