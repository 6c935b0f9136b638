package fr.acse.platform.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Each main end of a referral, a transfer or a residence permit needs the listener that closes open offers, holds, journeys and payments.
 * An end after a parallel gateway or a non-interrupting event needs no such listener.
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

    /** End events on the main path, and all terminate end events. */
    private static Set<Node> ending(Scope scope) {
        Set<Node> ends = onMainPath(scope);
        scope.nodes().stream().filter(node -> node.event().equals("terminate")).forEach(ends::add);
        return ends;
    }

    /** Steps that a case reaches from the start without passing a parallel gateway or a non-interrupting event. */
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
