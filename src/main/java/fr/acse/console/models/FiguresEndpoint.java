package fr.acse.console.models;

import fr.acse.console.drawing.Drawing;
import fr.acse.console.drawing.Html;
import fr.acse.console.drawing.Spans;
import fr.acse.platform.history.PassedFigures;
import fr.acse.platform.history.PassedFigures.Waits;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows on the diagrams how many cases took each flow and how long each step waited. The pages contain counts only, never a case. */
@RestController
@RequestMapping(path = "/camunda/api/acse/models/figures", produces = "text/html;charset=UTF-8")
record FiguresEndpoint(PassedFigures figures, RepositoryService repository) {

    private static final int MOST_PROCESSES = 500;

    @GetMapping
    public String all() throws IOException {
        return of("referral", PassedFigures.ALL);
    }

    /** @param version version of the process, or 0 for all versions together */
    @GetMapping("/{process}")
    public String of(@PathVariable String process, @RequestParam(defaultValue = "0") int version) throws IOException {
        List<ProcessDefinition> all = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionName()
                .asc()
                .listPage(0, MOST_PROCESSES);
        ProcessDefinition shown = version == PassedFigures.ALL
                ? all.stream()
                        .filter(each -> each.getKey().equals(process))
                        .findFirst()
                        .orElse(null)
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .processDefinitionVersion(version)
                        .singleResult();
        Refusal.unless(shown != null, "notThere");
        HeatMap map = new HeatMap(
                arrows(shown),
                figures.flows(process, version),
                figures.waits(process, version),
                figures.waiting(process, version));
        return Html.page(
                Words.of("figures.title", shown.getName()),
                "<p>" + Html.say("figures.about") + "</p>"
                        + choice(all, process)
                        + versions(process, version)
                        + map.legend()
                        + picture(shown, map)
                        + tables(shown, map));
    }

    private static String choice(List<ProcessDefinition> all, String process) {
        return all.stream()
                .map(each -> each.getKey().equals(process)
                        ? "<strong>" + Html.escape(each.getName()) + "</strong>"
                        : link(each.getKey(), "", each.getName()))
                .collect(Collectors.joining(" · ", "<p>", "</p>"));
    }

    private String versions(String process, int version) {
        List<String> links = new ArrayList<>();
        links.add(
                version == PassedFigures.ALL
                        ? Html.say("figures.allVersions")
                        : link(process, "", Words.of("figures.allVersions")));
        figures.versions(process)
                .forEach(each -> links.add(
                        each == version
                                ? Html.say("figures.version", each)
                                : link(process, "?version=" + each, Words.of("figures.version", each))));
        return "<p>" + String.join(" · ", links) + "</p>";
    }

    private static String link(String process, String query, String words) {
        return "<a href=\"/camunda/api/acse/models/figures/%s%s\">%s</a>"
                .formatted(Html.escape(process), query, Html.escape(words));
    }

    private Set<String> arrows(ProcessDefinition shown) {
        return repository.getBpmnModelInstance(shown.getId()).getModelElementsByType(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .collect(Collectors.toSet());
    }

    private String picture(ProcessDefinition shown, HeatMap map) throws IOException {
        try (var bpmn = repository.getProcessModel(shown.getId())) {
            return Html.wide(Drawing.of(bpmn.readAllBytes()).svg(shown.getName(), map));
        }
    }

    private String tables(ProcessDefinition shown, HeatMap map) {
        var model = repository.getBpmnModelInstance(shown.getId());
        List<List<String>> steps = map.waits().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Waits> each) ->
                                each.getValue().p95Seconds())
                        .reversed())
                .map(each -> List.of(
                        Html.escape(nameOf(model.getModelElementById(each.getKey()), each.getKey())),
                        String.valueOf(each.getValue().times()),
                        Html.say("figures.around", Spans.words(each.getValue().medianSeconds())),
                        each.getValue().times() < HeatMap.FEW
                                ? "–"
                                : Html.say(
                                        "figures.around",
                                        Spans.words(each.getValue().p95Seconds()))))
                .toList();
        return "<h2>" + Html.say("figures.steps") + "</h2>"
                + (steps.isEmpty()
                        ? "<p>" + Html.say("figures.none") + "</p>"
                        : Html.table(
                                List.of(
                                        Words.of("figures.step"),
                                        Words.of("figures.times"),
                                        Words.of("figures.median"),
                                        Words.of("figures.p95")),
                                steps));
    }

    /** The name of a step. The model that is drawn may lack a step of an earlier version. */
    private static String nameOf(Object element, String id) {
        return element instanceof FlowElement named && named.getName() != null
                ? named.getName()
                : Words.of("figures.gone", id);
    }
}
