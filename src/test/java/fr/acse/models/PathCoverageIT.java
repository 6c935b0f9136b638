package fr.acse.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

class PathCoverageIT {

    @Test
    void everyFlowNodeAndSequenceFlowOfEveryModelIsPassedByATest() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Model model : Model.all()) {
            model.elements(FlowNode.class).forEach(node -> all.add(model.id() + " " + node.getId()));
            // From an event-based gateway nothing is taken: the event that follows happens.
            model.elements(SequenceFlow.class).stream()
                    .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .forEach(flow -> all.add(model.id() + " " + flow.getId()));
        }
        Set<String> passed = new TreeSet<>(Files.readAllLines(PathRecorder.PASSED));

        assertThat(all).hasSizeGreaterThan(400);
        assertThat(all.stream().filter(element -> !passed.contains(element)))
                .as("elements that no test passes, of %d", all.size())
                .isEmpty();
    }
}
