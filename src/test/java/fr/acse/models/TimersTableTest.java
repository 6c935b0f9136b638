package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.junit.jupiter.api.Test;

/** The table of timers in docs/models.md is made from the models: {@code mvn test -Dtest=TimersTableTest -Dupdate} writes it anew. */
class TimersTableTest {

    private static final Path TABLE = Path.of("docs", "models.md");
    private static final String BEGIN = "<!-- timers: made from the models -->\n";
    private static final String END = "<!-- end of timers -->";

    @Test
    void theReadmeListsEveryTimerAndJobOfTheModels() throws IOException {
        String file = Files.readString(TABLE);
        String before = file.substring(0, file.indexOf(BEGIN) + BEGIN.length());
        String after = file.substring(file.indexOf(END));
        if (System.getProperty("update") != null) {
            Files.writeString(TABLE, before + table() + after);
        }

        assertThat(Files.readString(TABLE)).isEqualTo(before + table() + after);
    }

    private static String table() {
        StringBuilder table =
                new StringBuilder("| process | timer or job | when | the work | rule |\n|---|---|---|---|---|\n");
        for (Model model : Model.all()) {
            model.elements(TimerEventDefinition.class).stream()
                    .sorted(Comparator.comparing(timer -> node(timer).getId()))
                    .forEach(timer ->
                            row(table, model, node(timer), when(timer), stops(node(timer)) ? "is ended" : "goes on"));
            model.elements(FlowNode.class).stream()
                    .filter(FlowNode::isCamundaAsyncBefore)
                    .sorted(Comparator.comparing(FlowNode::getId))
                    .forEach(job -> row(table, model, job, "at once", "for a day, then each hour"));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, Model model, FlowNode node, String when, String work) {
        table.append("| `%s` | %s `%s` | %s | %s | %s |\n"
                .formatted(
                        model.id(),
                        node.getName() == null ? "" : node.getName(),
                        node.getId(),
                        when,
                        work,
                        node.getDocumentations().iterator().next().getTextContent()));
    }

    private static FlowNode node(TimerEventDefinition timer) {
        return (FlowNode) timer.getParentElement();
    }

    private static String when(TimerEventDefinition timer) {
        return Stream.of(timer.getTimeDuration(), timer.getTimeDate(), timer.getTimeCycle())
                .filter(Objects::nonNull)
                .map(time -> "`" + time.getTextContent() + "`")
                .findFirst()
                .orElseThrow();
    }

    private static boolean stops(FlowNode node) {
        if (node instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity();
        }
        return !(node instanceof StartEvent start) || start.isInterrupting();
    }
}
