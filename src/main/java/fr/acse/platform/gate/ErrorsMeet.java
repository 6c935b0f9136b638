package fr.acse.platform.gate;

import java.util.Objects;
import java.util.stream.Stream;

/** A sub-process around each error end event must catch the error. Each error that a boundary event catches must be thrown inside. */
class ErrorsMeet implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.concat(
                set.nodes()
                        .filter(node -> node.isEnd() && node.event().equals("error") && !isCaught(node))
                        .map(node -> Finding.of("uncaught", node, node.eventName())),
                set.nodes()
                        .filter(node -> node.is("boundaryEvent") && node.event().equals("error") && !isThrown(node))
                        .map(node -> Finding.of("unthrown", node, node.eventName())));
    }

    private static boolean isCaught(Node end) {
        for (Node around = end.scope().around();
                around != null;
                around = around.scope().around()) {
            if (around.boundary().stream().anyMatch(event -> catches(event, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThrown(Node event) {
        return event.scope().nodes().stream()
                .filter(node -> node.boundary().contains(event))
                .map(Node::inner)
                .filter(Objects::nonNull)
                .flatMap(Scope::all)
                .flatMap(scope -> scope.nodes().stream())
                .anyMatch(node -> node.isEnd() && catches(event, node));
    }

    private static boolean catches(Node event, Node end) {
        return event.event().equals("error")
                && end.event().equals("error")
                && !end.eventName().isEmpty()
                && (event.eventName().isEmpty() || event.eventName().equals(end.eventName()));
    }
}
