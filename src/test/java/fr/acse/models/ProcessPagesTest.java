package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.acse.console.drawing.Drawing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;

/**
 * The pages in {@code docs/processes} are made from the models; {@code mvn test -Dtest=ProcessPagesTest -Dupdate} writes them. The pictures
 * beside them are not committed: each run draws them.
 */
class ProcessPagesTest {

    private static final String PICTURE = ".svg";
    private static final Path PAGES = Path.of("docs", "processes");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void thePagesAreThoseOfTheModels() throws IOException {
        Map<String, String> made = new TreeMap<>();
        StringBuilder index =
                new StringBuilder("# The processes\n\nMade from the models; see [models.md](../models.md).\n\n");
        for (Model model : Model.all()) {
            Process process = process(model);
            made.put(model.id() + ".md", page(model));
            Files.writeString(
                    PAGES.resolve(model.id() + PICTURE),
                    Drawing.of(Files.readAllBytes(Path.of("processes", model.id() + ".bpmn")))
                                    .svg(process.getName(), new Drawing.Look() {})
                            + "\n");
            index.append("- [")
                    .append(process.getName())
                    .append("](")
                    .append(model.id())
                    .append(".md): ")
                    .append(documentation(process))
                    .append('\n');
        }
        made.put("README.md", index.toString());
        if (System.getProperty("update") != null) {
            for (Map.Entry<String, String> page : made.entrySet()) {
                Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
            }
        }

        Map<String, String> there = new TreeMap<>();
        try (var files = Files.list(PAGES)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!file.toString().endsWith(PICTURE)) {
                    there.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        assertThat(there.keySet()).isEqualTo(made.keySet());
        made.forEach((name, content) -> assertThat(there.get(name)).as(name).isEqualTo(content));
    }

    private static String page(Model model) {
        Process process = process(model);
        StringBuilder page = new StringBuilder("# ")
                .append(process.getName())
                .append("\n\n")
                .append(documentation(process))
                .append("\n\n")
                .append("![")
                .append(process.getName())
                .append("](")
                .append(model.id())
                .append(".svg)\n");
        section(page, "How it starts", starts(model));
        section(
                page,
                "What people do",
                model.elements(UserTask.class).stream()
                        .map(ProcessPagesTest::task)
                        .toList());
        section(
                page,
                "Clocks",
                model.elements(TimerEventDefinition.class).stream()
                        .map(ProcessPagesTest::clock)
                        .toList());
        section(
                page,
                "Choices",
                model.elements(Gateway.class).stream()
                        .filter(gateway -> gateway.getName() != null)
                        .map(gateway -> "- **" + gateway.getName() + "** " + documentation(gateway))
                        .toList());
        section(
                page,
                "Decisions",
                model.elements(BusinessRuleTask.class).stream()
                        .map(ProcessPagesTest::decision)
                        .toList());
        section(
                page,
                "What the software does",
                model.elements(Activity.class).stream()
                        .filter(activity -> activity.getAttributeValueNs(CAMUNDA, "delegateExpression") != null)
                        .map(activity -> "- **" + activity.getName() + "** " + documentation(activity))
                        .toList());
        section(
                page,
                "Processes that it calls",
                model.elements(CallActivity.class).stream()
                        .map(call -> "- [" + call.getName() + "](" + call.getCalledElement() + ".md): "
                                + documentation(call))
                        .toList());
        section(
                page,
                "How it ends",
                model.elements(EndEvent.class).stream()
                        .map(ProcessPagesTest::end)
                        .distinct()
                        .toList());
        return page.toString();
    }

    private static void section(StringBuilder page, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            page.append("\n## ")
                    .append(title)
                    .append("\n\n")
                    .append(String.join("\n", lines))
                    .append('\n');
        }
    }

    private static List<String> starts(Model model) {
        List<String> lines = new ArrayList<>();
        for (StartEvent start : process(model).getChildElementsByType(StartEvent.class)) {
            String form = start.getAttributeValueNs(CAMUNDA, "formRef");
            String name = start.getName() == null ? "Start" : start.getName();
            lines.add("- **" + name + "** " + documentation(start) + (form == null ? "" : questions(form)));
        }
        return lines;
    }

    private static String task(UserTask task) {
        String who =
                task.getCamundaCandidateGroups() == null ? task.getCamundaAssignee() : task.getCamundaCandidateGroups();
        String due = task.getCamundaDueDate() == null ? "" : ", due " + code(task.getCamundaDueDate());
        String priority = task.getCamundaPriority() == null ? "" : ", priority " + code(task.getCamundaPriority());
        return "### " + task.getName() + "\n\n" + code(who) + due + priority + ". " + documentation(task) + "\n"
                + questions(task.getAttributeValueNs(CAMUNDA, "formRef"));
    }

    private static String questions(String form) {
        try {
            JsonNode components =
                    JSON.readTree(Path.of("forms", form + ".form").toFile()).path("components");
            String rows = StreamSupport.stream(components.spliterator(), false)
                    .filter(field -> field.has("key"))
                    .map(field -> "| " + cell(label(field)) + " | "
                            + code(field.path("key").asText()) + " | "
                            + (field.path("readonly").asBoolean()
                                    ? "shown"
                                    : field.path("validate").path("required").asBoolean() ? "must" : "may")
                            + " | " + cell(options(field)) + " |\n")
                    .collect(Collectors.joining());
            return "\nForm `" + form + "`:\n\n| question | key | | answers |\n|---|---|---|---|\n" + rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(JsonNode field) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (!field.path(name).asText().isBlank()) {
                return field.path(name).asText();
            }
        }
        return field.path("key").asText();
    }

    private static String options(JsonNode field) {
        if (field.has("values")) {
            return StreamSupport.stream(field.path("values").spliterator(), false)
                    .map(option -> option.path("label").asText() + " "
                            + code(option.path("value").asText()))
                    .collect(Collectors.joining(" · "));
        }
        return field.has("valuesKey")
                ? "from the list " + field.path("valuesKey").asText()
                : field.path("type").asText();
    }

    private static String clock(TimerEventDefinition timer) {
        FlowElement event = (FlowElement) timer.getParentElement();
        return "- **" + (event.getName() == null ? event.getId() : event.getName()) + "** "
                + code(timer.getTextContent().strip()) + ". " + documentation(event);
    }

    private static String decision(BusinessRuleTask task) {
        return "### " + task.getName() + "\n\n" + documentation(task) + "\n\n" + table(task.getCamundaDecisionRef());
    }

    private static String table(String decision) {
        try (var files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .sorted()
                    .flatMap(file ->
                            Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream())
                    .filter(each -> each.getId().equals(decision))
                    .map(ProcessPagesTest::rows)
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return "`" + decision.getExpression().getTextContent().strip() + "`\n";
        }
        List<String> heads = new ArrayList<>();
        table.getInputs().forEach(input -> heads.add(input.getLabel()));
        table.getOutputs()
                .forEach(output -> heads.add(output.getLabel() == null ? output.getName() : output.getLabel()));
        heads.add("why");
        StringBuilder rows =
                new StringBuilder("| " + String.join(" | ", heads) + " |\n" + "|---".repeat(heads.size()) + "|\n");
        table.getRules().forEach(rule -> {
            List<String> cells = new ArrayList<>();
            rule.getInputEntries()
                    .forEach(entry -> cells.add(cell(entry.getTextContent().strip())));
            rule.getOutputEntries()
                    .forEach(entry -> cells.add(cell(entry.getTextContent().strip())));
            cells.add(
                    rule.getDescription() == null
                            ? ""
                            : cell(rule.getDescription().getTextContent()));
            rows.append("| ").append(String.join(" | ", cells)).append(" |\n");
        });
        return rows.toString();
    }

    private static String end(EndEvent end) {
        String outcome = end.getChildElementsByType(ExtensionElements.class).stream()
                .flatMap(all -> all.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(all -> all.getCamundaProperties().stream())
                .filter(property -> "outcome".equals(property.getCamundaName()))
                .map(property -> " (" + code(property.getCamundaValue()) + ")")
                .findFirst()
                .orElse("");
        return "- " + (end.getName() == null ? end.getId() : end.getName()) + outcome + " " + documentation(end);
    }

    private static Process process(Model model) {
        return model.elements(Process.class).iterator().next();
    }

    private static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(each -> each.getTextContent().strip())
                .collect(Collectors.joining(" "));
    }

    private static String code(String text) {
        return text == null ? "" : "`" + text + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
