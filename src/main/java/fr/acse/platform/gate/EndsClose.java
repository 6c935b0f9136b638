package fr.acse.platform.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The end of a process whose ends mean something says what it means, and closes what is open: offers, a hold, a journey, money. Ends
 * beside the main path, behind a fork or an alarm, close nothing.
 */
class EndsClose implements Rule {

    private static final Map<String, String> LISTENERS = Map.of(
            "referral", "closeCaseListener",
            "transfer", "endJourneyListener",
            "residence-permit", "closePermitListener");

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .filter(process -> LISTENERS.containsKey(process.id()))
                .flatMap(process -> ending(process.root()).stream()
                        .filter(node -> node.isEnd() && node.listeners().noneMatch(LISTENERS.get(process.id())::equals))
                        .map(end -> Finding.of("endCloses", end, LISTENERS.get(process.id()))));
    }

    /** Ends of the main path, and whatever ends everything. */
    private static Set<Node> ending(Scope scope) {
        Set<Node> ends = onMainPath(scope);
        scope.nodes().stream().filter(node -> node.event().equals("terminate")).forEach(ends::add);
        return ends;
    }

    /** What is reached from the start without a fork, and by no event that leaves the step running. */
    private static Set<Node> onMainPath(Scope scope) {
        Set<Node> reached = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(scope.starts().toList());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (!reached.add(node)) {
                continue;
            }
            node.boundary().stream().filter(Node::isInterrupting).forEach(open::add);
            if (node.event().equals("link") && node.is("intermediateThrowEvent")) {
                scope.linked(node).forEach(open::add);
            } else if (!node.is("parallelGateway")) {
                node.out().forEach(flow -> open.add(flow.to()));
            }
        }
        return reached;
    }
}
