package fr.acse.platform.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step that acts for a user must run directly after an action of that user, like in this release. After a wait, a timer or the start of a
 * new transaction, the step has no user to act for. The application would always refuse a step without a user.
 */
class InAPersonsHand implements Rule {

    private final Set<String> personal;
    private final Map<String, Set<String>> groups = new HashMap<>();

    InAPersonsHand(Known known) {
        personal = known.release()
                .nodes()
                .map(Node::bean)
                .filter(bean -> !bean.isEmpty() && asksWhoActs(known, bean))
                .collect(Collectors.toSet());
        known.release()
                .nodes()
                .filter(node -> personal.contains(node.bean()) && !isInHand(known.release(), node, new HashSet<>()))
                .toList()
                .forEach(node -> personal.remove(node.bean()));
        known.release()
                .nodes()
                .filter(node -> personal.contains(node.bean()))
                .forEach(node -> groups.computeIfAbsent(node.bean(), any -> new HashSet<>())
                        .addAll(hands(known.release(), node)));
    }

    private static boolean asksWhoActs(Known known, String bean) {
        return known.steps().containsKey(bean) && known.steps().get(bean).asksWhoActs();
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes().filter(node -> personal.contains(node.bean())).flatMap(node -> {
            if (!isInHand(set, node, new HashSet<>())) {
                return Stream.of(Finding.of("hand", node));
            }
            Set<String> others = hands(set, node);
            others.removeAll(groups.get(node.bean()));
            return others.isEmpty()
                    ? Stream.empty()
                    : Stream.of(Finding.of(
                            "otherHand",
                            node,
                            String.join(", ", new TreeSet<>(others)),
                            String.join(", ", new TreeSet<>(groups.get(node.bean())))));
        });
    }

    /** Groups and people who do the last tasks before a step. */
    private static Set<String> hands(ModelSet set, Node node) {
        Set<String> all = new HashSet<>();
        Set<Node> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(before(set, node));
        while (!open.isEmpty()) {
            Node each = open.pop();
            if (!seen.add(each)) {
                continue;
            }
            if (each.is("userTask")) {
                Stream.of((each.camunda("assignee") + "," + each.camunda("candidateGroups")).split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty())
                        .forEach(all::add);
            } else if (!each.isWait()) {
                open.addAll(before(set, each));
            }
        }
        return all;
    }

    /** Whether the last stop before a step ends with an action of a person, on every way to the step. */
    private static boolean isInHand(ModelSet set, Node node, Set<Node> seen) {
        if (isTrue(node, "asyncBefore")) {
            return false;
        }
        return !seen.add(node) || before(set, node).stream().allMatch(each -> isInHandAfter(set, each, seen));
    }

    private static boolean isInHandAfter(ModelSet set, Node node, Set<Node> seen) {
        if (isTrue(node, "asyncAfter") || node.event().equals("timer")) {
            return false;
        }
        boolean byAPerson =
                node.is("userTask") || node.is("receiveTask") || node.event().equals("message") && !node.isThrown();
        return byAPerson || isInHand(set, node, seen);
    }

    /** Steps that can run directly before a step, including the sub-process around it and the call of its process. */
    private static List<Node> before(ModelSet set, Node node) {
        if (node.is("boundaryEvent")) {
            return List.of();
        }
        if (!node.is("startEvent") || node.event().equals("message")) {
            Stream<Node> links = node.event().equals("link")
                    ? node.scope().nodes().stream()
                            .filter(each -> each.is("intermediateThrowEvent")
                                    && each.eventName().equals(node.eventName()))
                    : Stream.empty();
            return Stream.concat(links, node.in().stream().map(Flow::from).flatMap(InAPersonsHand::lastOf))
                    .toList();
        }
        Node around = node.scope().around();
        return around != null
                ? List.of(around)
                : set.nodes()
                        .filter(call -> call.is("callActivity")
                                && call.xml()
                                        .getAttribute("calledElement")
                                        .equals(node.process().id()))
                        .toList();
    }

    /** Returns the end events of a sub-process, or the step itself if the step is no sub-process. */
    private static Stream<Node> lastOf(Node node) {
        return node.inner() == null
                ? Stream.of(node)
                : node.inner().nodes().stream().filter(Node::isEnd);
    }

    private static boolean isTrue(Node node, String attribute) {
        return "true".equals(node.camunda(attribute));
    }
}
