package fr.acse.platform.gate;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A process may contain only the kinds of step listed here, because the rules can prove nothing about other kinds. */
class ListedSteps implements Rule {

    private static final Set<String> NO_EVENT = Set.of("");
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("startEvent", Set.of("", "timer", "message")),
            Map.entry("endEvent", Set.of("", "message", "error", "terminate")),
            Map.entry("intermediateCatchEvent", Set.of("timer", "message", "link")),
            Map.entry("intermediateThrowEvent", Set.of("", "link", "message")),
            Map.entry("boundaryEvent", Set.of("timer", "message", "error")),
            Map.entry("userTask", NO_EVENT),
            Map.entry("serviceTask", NO_EVENT),
            Map.entry("receiveTask", NO_EVENT),
            Map.entry("businessRuleTask", NO_EVENT),
            Map.entry("manualTask", NO_EVENT),
            Map.entry("callActivity", NO_EVENT),
            Map.entry("subProcess", NO_EVENT),
            Map.entry("exclusiveGateway", NO_EVENT),
            Map.entry("parallelGateway", NO_EVENT),
            Map.entry("eventBasedGateway", NO_EVENT));

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes()
                .filter(node -> !KINDS.getOrDefault(node.kind(), Set.of()).contains(node.event())
                        || node.definition().count() > 1)
                .map(node -> Finding.of(
                        "step", node, node.event().isEmpty() ? node.kind() : node.event() + " " + node.kind()));
    }
}
