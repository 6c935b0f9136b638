package fr.acse.console.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.console.rehearsal.Rehearsed.Line;
import fr.acse.console.rehearsal.Rehearsed.Played;
import fr.acse.platform.sets.ModelChanges.Change;
import fr.acse.platform.sets.ModelSets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The content of a rehearsal report: the changes, the stories that reach them, the differences, and the lost elements. */
final class Report {

    /** Whether a story reaches a changed element. */
    enum Reached {
        YES,
        NO,
        /** The report cannot know this of a change, for example in a removed element or in a decision outside a business rule task. */
        UNKNOWN
    }

    /** @param name name of the changed step, flow or field; empty if it has none */
    record ChangedPlace(Change change, String name, Reached reached) {}

    record Story(Played before, Played after) {}

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Map<String, byte[]> proposed;
    private final Map<String, BpmnModelInstance> models = new TreeMap<>();
    private final Rehearsed before;
    private final Set<String> own;
    private final Rehearsed after;
    private final List<ChangedPlace> changes;

    /** @param own file names of the stories that were written or changed for this rehearsal */
    Report(
            Map<String, byte[]> current,
            Map<String, byte[]> proposed,
            Rehearsed before,
            Rehearsed after,
            Set<String> own) {
        this.own = own;
        this.proposed = proposed;
        this.before = before;
        this.after = after;
        proposed.forEach((name, content) -> {
            if (name.endsWith(".bpmn")) {
                models.put(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            }
        });
        this.changes = ModelSets.changes(current, proposed).stream()
                .map(change -> new ChangedPlace(change, nameOf(change), reached(change)))
                .toList();
    }

    List<ChangedPlace> changes() {
        return changes;
    }

    List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < after.stories().size(); i++) {
            stories.add(new Story(before.stories().get(i), after.stories().get(i)));
        }
        return stories;
    }

    /** Failed stories that passed with the current models, or that were written or changed for this rehearsal. */
    List<Played> failed() {
        return stories().stream()
                .filter(story -> story.after().failed() != null
                        && (story.before().failed() == null
                                || own.contains(story.after().file())))
                .map(Story::after)
                .toList();
    }

    /** Stories that also fail with the current models. The text of such a story must be corrected. */
    List<Played> failedBefore() {
        List<Played> now = failed();
        return after.stories().stream()
                .filter(story -> story.failed() != null && !now.contains(story))
                .toList();
    }

    /** The changes that no story reaches. */
    List<ChangedPlace> notReached() {
        return changes.stream().filter(place -> place.reached() == Reached.NO).toList();
    }

    /** Whether there are changes that a story could reach, but no story reaches any change. */
    boolean reachesNothing() {
        return !notReached().isEmpty() && changes.stream().noneMatch(place -> place.reached() == Reached.YES);
    }

    /** RED if a story failed or no change is reached. PARTLY if a change is not reached, or a story is wrong or replaced. Else GREEN. */
    String verdict(boolean storiesChanged) {
        if (!failed().isEmpty() || reachesNothing()) {
            return "RED";
        }
        return notReached().isEmpty() && failedBefore().isEmpty() && !storiesChanged ? "GREEN" : "PARTLY";
    }

    /** Elements that stories passed with the current models, that still exist, and that no story passes now; by process. */
    Map<String, Set<String>> lost() {
        Map<String, Set<String>> lost = new TreeMap<>();
        before.passed().forEach((process, elements) -> {
            Set<String> gone = new HashSet<>(elements);
            gone.removeAll(after.passed().getOrDefault(process, Set.of()));
            gone.removeIf(
                    element -> models.values().stream().noneMatch(model -> model.getModelElementById(element) != null));
            if (!gone.isEmpty()) {
                lost.put(process, gone);
            }
        });
        return lost;
    }

    Set<String> passed(String process) {
        return after.passed().getOrDefault(process, Set.of());
    }

    /** The process of each BPMN file, by file name. */
    Map<String, Process> processes() {
        Map<String, Process> processes = new TreeMap<>();
        models.forEach((name, model) -> processes.put(name, processOf(model)));
        return processes;
    }

    byte[] file(String name) {
        return proposed.get(name);
    }

    /** Ids of the elements in the diagram of a file that were changed, or that contain a change. */
    Set<String> changedIn(String file) {
        return changes.stream()
                .filter(place -> place.change().file().equals(file) && models.containsKey(file))
                .map(place -> flowElement(models.get(file), place.change().element()))
                .filter(FlowElement.class::isInstance)
                .map(element -> ((FlowElement) element).getId())
                .collect(Collectors.toSet());
    }

    String nameOf(String element) {
        return models.values().stream()
                .map(model -> model.<ModelElementInstance>getModelElementById(element))
                .filter(FlowElement.class::isInstance)
                .map(found -> ((FlowElement) found).getName())
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(element);
    }

    private Reached reached(Change change) {
        if (change.what().equals("removed")
                || change.what().equals("redrawn")
                || !proposed.containsKey(change.file())) {
            return Reached.UNKNOWN;
        }
        if (change.file().endsWith(".form")) {
            return of(models.values().stream().anyMatch(model -> showsAForm(model, change.file())));
        }
        return change.file().endsWith(".dmn") ? decisionReached(change) : elementReached(change);
    }

    private Reached elementReached(Change change) {
        BpmnModelInstance model = models.get(change.file());
        Set<String> passed = passed(processOf(model).getId());
        ModelElementInstance element = flowElement(model, change.element());
        if (change.element().isEmpty() || element instanceof Process) {
            return of(!passed.isEmpty());
        }
        // A message or an error is not in the flow, so a story cannot pass it.
        return element == null ? Reached.UNKNOWN : of(passed.contains(((FlowElement) element).getId()));
    }

    /** A changed cell is reached if its row has matched. Any other change in a decision is reached if the decision was evaluated. */
    private Reached decisionReached(Change change) {
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(proposed.get(change.file())));
        ModelElementInstance row = model.getModelElementById(change.element());
        while (row != null && !(row instanceof Rule)) {
            row = row.getParentElement();
        }
        String id = row == null ? null : ((Rule) row).getId();
        List<String> decisions = model.getModelElementsByType(Decision.class).stream()
                .map(Decision::getId)
                .toList();
        if (decisions.stream().noneMatch(this::isOfAStep)) {
            return Reached.UNKNOWN;
        }
        return of(decisions.stream().anyMatch(decision -> passed(decision).contains(id == null ? decision : id)));
    }

    private static Process processOf(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /** The flow element, or else the process, that contains an element. */
    private static ModelElementInstance flowElement(BpmnModelInstance model, String id) {
        ModelElementInstance element = model.getModelElementById(id);
        while (element != null && !(element instanceof FlowElement) && !(element instanceof Process)) {
            element = element.getParentElement();
        }
        return element;
    }

    private String nameOf(Change change) {
        BpmnModelInstance model = models.get(change.file());
        ModelElementInstance element = model == null ? null : flowElement(model, change.element());
        return change.name().isBlank() && element instanceof FlowElement named && named.getName() != null
                ? named.getName()
                : change.name();
    }

    private static Reached of(boolean reached) {
        return reached ? Reached.YES : Reached.NO;
    }

    /** Whether a business rule task evaluates the decision, so that the engine reports its rows. */
    private boolean isOfAStep(String decision) {
        return models.values().stream()
                .flatMap(model -> model.getModelElementsByType(BusinessRuleTask.class).stream())
                .anyMatch(task -> decision.equals(task.getCamundaDecisionRef()));
    }

    private boolean showsAForm(BpmnModelInstance model, String file) {
        String form = json(proposed.get(file)).path("id").asText();
        Set<String> passed = passed(processOf(model).getId());
        return model.getModelElementsByType(FlowElement.class).stream()
                .filter(step -> form.equals(step.getAttributeValueNs(CAMUNDA, "formRef")))
                .anyMatch(step -> passed.contains(step.getId()));
    }

    private static JsonNode json(byte[] content) {
        try {
            return new ObjectMapper().readTree(content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The differences between two plays of a story, in order: removed events, new events, and events at another time. */
    static final class Differences {

        /** @param sign {@code -} for a removed line, {@code +} for a new line, {@code t} for another time, or a blank */
        record Marked(char sign, Line line, long earlierSeconds) {}

        private Differences() {}

        /** Returns an empty list if both plays are the same. */
        static List<Marked> of(List<Line> before, List<Line> after) {
            // Each list has at most 1000 lines, see Play.
            int[][] longest = new int[before.size() + 1][after.size() + 1];
            for (int i = before.size() - 1; i >= 0; i--) {
                for (int j = after.size() - 1; j >= 0; j--) {
                    longest[i][j] = before.get(i).isSame(after.get(j))
                            ? longest[i + 1][j + 1] + 1
                            : Math.max(longest[i + 1][j], longest[i][j + 1]);
                }
            }
            List<Marked> all = new ArrayList<>();
            int i = 0;
            int j = 0;
            while (i < before.size() || j < after.size()) {
                if (i < before.size() && j < after.size() && before.get(i).isSame(after.get(j))) {
                    boolean moved =
                            Math.abs(before.get(i).seconds() - after.get(j).seconds()) > 60;
                    all.add(new Marked(
                            moved ? 't' : ' ', after.get(j), before.get(i).seconds()));
                    i++;
                    j++;
                } else if (i < before.size() && (j == after.size() || longest[i + 1][j] >= longest[i][j + 1])) {
                    all.add(new Marked('-', before.get(i++), 0));
                } else {
                    all.add(new Marked('+', after.get(j++), 0));
                }
            }
            return all.stream().allMatch(line -> line.sign() == ' ') ? List.of() : all;
        }
    }
}
