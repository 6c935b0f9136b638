package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

class PathCoverageIT {

    @Test
    void everyFlowNodeAndSequenceFlowOfEveryModelIsPassedByATest() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Model model : Model.all()) {
            // A link that is thrown is the flow that leads to it.
            model.elements(FlowNode.class).stream()
                    .filter(node -> !isThrownLink(node))
                    .forEach(node -> all.add(model.id() + " " + node.getId()));
            // From an event-based gateway nothing is taken: the event that follows happens.
            model.elements(SequenceFlow.class).stream()
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .forEach(flow -> all.add(model.id() + " " + flow.getId()));
        }
        assertThat(PathRecorder.PASSED)
                .as("what the tests of rules passed: mvn verify, or the part rules of the whole run, comes first")
                .exists();
        Set<String> passed = new TreeSet<>(Files.readAllLines(PathRecorder.PASSED));

        assertThat(all).hasSizeGreaterThan(400);
        assertThat(all.stream().filter(element -> !passed.contains(element)))
                .as("elements that no test passes, of %d", all.size())
                .isEmpty();
    }

    private static boolean isThrownLink(FlowNode node) {
        return node instanceof IntermediateThrowEvent event
                && event.getEventDefinitions().stream().anyMatch(LinkEventDefinition.class::isInstance);
    }
}
