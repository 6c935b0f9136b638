package fr.acse.platform.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No case may be blocked: a step needs a next step, a wait for a message needs a timer, and a loop needs a wait. */
class WaysOut implements Rule {

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return Stream.of(
                        set.nodes().filter(WaysOut::isDeadEnd).map(node -> Finding.of("deadEnd", node)),
                        set.processes().stream().flatMap(Process::scopes).flatMap(WaysOut::unreached),
                        set.nodes()
                                .filter(WaysOut::waitsForAMessageOnly)
                                .map(node -> Finding.of("noTime", node, messages(node))),
                        set.nodes()
                                .filter(node -> node.isGateway() || node.isActivity())
                                .filter(WaysOut::isInQuickLoop)
                                .map(node -> Finding.of("loop", node)))
                .flatMap(each -> each);
    }

    private static boolean isDeadEnd(Node node) {
        boolean ends = node.isEnd() || node.isEventSubProcess();
        return !ends && following(node).isEmpty();
    }

    private static Stream<Finding> unreached(Scope scope) {
        Set<Node> reached = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(scope.starts().toList());
        open.addAll(scope.nodes().stream().filter(Node::isEventSubProcess).toList());
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (reached.add(node)) {
                open.addAll(following(node));
                open.addAll(node.boundary());
            }
        }
        return scope.nodes().stream()
                .filter(node -> !reached.contains(node))
                .map(node -> Finding.of("unreached", node));
    }

    private static boolean waitsForAMessageOnly(Node node) {
        if (isRemindedOf(node.scope())) {
            return false;
        }
        if (node.is("receiveTask")) {
            return node.boundary().stream().noneMatch(event -> event.event().equals("timer"));
        }
        if (node.is("eventBasedGateway")) {
            return node.out().stream().noneMatch(flow -> flow.to().event().equals("timer"));
        }
        return node.is("intermediateCatchEvent")
                && node.event().equals("message")
                && node.in().stream().noneMatch(flow -> flow.from().is("eventBasedGateway"));
    }

    /** Whether the scope has an event sub-process with a non-interrupting timer that repeats. */
    private static boolean isRemindedOf(Scope scope) {
        return scope.nodes().stream()
                .filter(Node::isEventSubProcess)
                .flatMap(node -> node.inner().starts())
                .filter(start -> !start.isInterrupting())
                .flatMap(Node::timer)
                .anyMatch(timer -> timer.getTextContent().strip().startsWith("R/"));
    }

    private static String messages(Node node) {
        return Stream.concat(Stream.of(node), node.out().stream().map(Flow::to))
                .map(Node::eventName)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether a case can leave the step and return to it without any wait. */
    private static boolean isInQuickLoop(Node node) {
        if (waits(node)) {
            return false;
        }
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(following(node));
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (next == node) {
                return true;
            }
            if (!waits(next) && seen.add(next)) {
                open.addAll(following(next));
            }
        }
        return false;
    }

    /** Whether a case waits at the step or inside its sub-process. A call of another process always counts as a wait. */
    private static boolean waits(Node node) {
        return node.isWait()
                || node.is("callActivity")
                || node.inner() != null
                        && node.inner()
                                .all()
                                .flatMap(scope -> scope.nodes().stream())
                                .anyMatch(Node::isWait);
    }

    private static List<Node> following(Node node) {
        return node.is("intermediateThrowEvent") && node.event().equals("link")
                ? node.scope().linked(node).toList()
                : node.out().stream().map(Flow::to).toList();
    }
}
