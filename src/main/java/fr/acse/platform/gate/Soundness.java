package fr.acse.platform.gate;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Simulates each process and sub-process in every order of steps. No step may run twice at the same time, and a case must be able to reach
 * the end from every state. The simulation ignores conditions: a case may take any flow of an exclusive gateway.
 */
class Soundness implements Rule {

    private static final int MOST_STATES = 20_000;

    /** Positions of the tokens: at steps, before joins, and at active boundary events. */
    private record Marking(TreeMap<String, Integer> tokens) {

        static Marking empty() {
            return new Marking(new TreeMap<>());
        }

        Marking copy() {
            return new Marking(new TreeMap<>(tokens));
        }

        /** Counts at most two tokens at one place, because two tokens are already an error. */
        void add(String place) {
            tokens.merge(place, 1, (count, one) -> Math.min(count + one, 2));
        }

        void remove(String place) {
            tokens.computeIfPresent(place, (any, count) -> count == 1 ? null : count - 1);
        }
    }

    private final Cache<List<Object>, List<Finding>> proven;

    /** @param proven cache of earlier findings; each key contains everything that the findings depend on */
    Soundness(Cache<List<Object>, List<Finding>> proven) {
        this.proven = proven;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream()
                .flatMap(process -> proven
                        .get(
                                List.of(
                                        "sound",
                                        process.id(),
                                        process.file().name(),
                                        set.digest(process.file().name())),
                                any -> process.scopes()
                                        .flatMap(scope -> new Play(scope).findings())
                                        .toList())
                        .stream());
    }

    /** The simulation of one scope. */
    private static final class Play {

        private final Scope scope;
        private final Map<String, Node> nodes = new HashMap<>();
        private final Map<Marking, List<Marking>> before = new LinkedHashMap<>();
        private final Map<Marking, Set<Flow>> taken = new HashMap<>();
        private final Map<String, Finding> found = new LinkedHashMap<>();
        private final Map<Marking, Set<Flow>> moved = new HashMap<>();
        private final Set<Marking> round = new HashSet<>();
        private Set<Flow> current = Set.of();
        private boolean wentRound;

        Play(Scope scope) {
            this.scope = scope;
            scope.nodes().forEach(node -> nodes.put(node.id(), node));
        }

        Stream<Finding> findings() {
            Deque<Marking> open = new ArrayDeque<>();
            scope.starts().forEach(start -> {
                Marking first = Marking.empty();
                first.add(at(start));
                before.put(first, new ArrayList<>());
                taken.put(first, Set.of());
                open.add(first);
            });
            while (!open.isEmpty() && found.isEmpty()) {
                Marking marking = open.pop();
                current = taken.get(marking);
                wentRound = round.contains(marking);
                for (Marking next : following(marking)) {
                    if (before.size() > MOST_STATES) {
                        return Stream.of(Finding.of(
                                "tooLarge",
                                scope.process().file(),
                                scope.around() == null
                                        ? scope.process().xml()
                                        : scope.around().xml()));
                    }
                    before.computeIfAbsent(next, any -> {
                                open.add(next);
                                Set<Flow> all = new HashSet<>(current);
                                Set<Flow> now = moved.getOrDefault(next, Set.of());
                                if (wentRound || now.stream().anyMatch(all::contains)) {
                                    round.add(next);
                                }
                                all.addAll(now);
                                taken.put(next, all);
                                return new ArrayList<>();
                            })
                            .add(marking);
                }
            }
            if (found.isEmpty()) {
                stuck();
            }
            return found.values().stream();
        }

        /** Reports the states from which a case cannot reach the end. */
        private void stuck() {
            Set<Marking> ending = new HashSet<>();
            Deque<Marking> open = new ArrayDeque<>();
            open.add(Marking.empty());
            while (!open.isEmpty()) {
                Marking marking = open.pop();
                if (ending.add(marking)) {
                    open.addAll(before.getOrDefault(marking, List.of()));
                }
            }
            before.keySet().stream()
                    .filter(marking -> !ending.contains(marking))
                    .forEach(marking -> marking.tokens().keySet().stream()
                            .filter(place -> place.startsWith("join "))
                            .map(place -> nodes.get(place.split(" ")[1]))
                            .forEach(node -> found.putIfAbsent(node.id(), Finding.of("stuck", node))));
            if (found.isEmpty()) {
                before.keySet().stream()
                        .filter(marking -> !ending.contains(marking))
                        .findFirst()
                        .ifPresent(marking -> marking.tokens().keySet().stream()
                                .filter(place -> place.startsWith("at "))
                                .map(place -> nodes.get(place.substring(3)))
                                .forEach(node -> found.putIfAbsent(node.id(), Finding.of("endless", node))));
            }
        }

        private List<Marking> following(Marking marking) {
            List<Marking> all = new ArrayList<>();
            for (String place : marking.tokens().keySet()) {
                if (place.startsWith("at ")) {
                    leave(marking, nodes.get(place.substring(3)), all);
                } else if (place.startsWith("armed ")) {
                    Marking next = marking.copy();
                    next.remove(place);
                    moveAlongAll(next, nodes.get(place.substring(6)).out(), all);
                }
            }
            joins(marking, all);
            return all;
        }

        private void leave(Marking marking, Node node, List<Marking> all) {
            Marking left = marking.copy();
            left.remove(at(node));
            node.boundary().forEach(event -> left.remove(armed(event)));
            if (node.is("exclusiveGateway") || node.is("eventBasedGateway")) {
                node.out().forEach(flow -> moveAlongAll(left.copy(), List.of(flow), all));
            } else if (node.event().equals("link") && node.is("intermediateThrowEvent")) {
                scope.linked(node).forEach(link -> moveAlongAll(left.copy(), link.out(), all));
            } else {
                moveAlongAll(left.copy(), node.out(), all);
            }
            node.boundary().stream()
                    .filter(Node::isInterrupting)
                    .forEach(event -> moveAlongAll(left.copy(), event.out(), all));
        }

        private void joins(Marking marking, List<Marking> all) {
            nodes.values().stream()
                    .filter(node -> isJoin(node)
                            && node.in().stream()
                                    .allMatch(flow -> marking.tokens().containsKey(before(flow))))
                    .forEach(join -> {
                        Marking next = marking.copy();
                        join.in().forEach(flow -> next.remove(before(flow)));
                        moveAlongAll(next, join.out(), all);
                    });
        }

        private void moveAlongAll(Marking marking, List<Flow> flows, List<Marking> all) {
            for (Flow flow : flows) {
                Node to = flow.to();
                if (to.isEnd()) {
                    if (!to.event().isEmpty() && !to.event().equals("message")) {
                        all.add(Marking.empty());
                        return;
                    }
                } else {
                    String place = isJoin(to) ? before(flow) : at(to);
                    boolean again = wentRound
                            || current.contains(flow)
                            || flows.stream().anyMatch(current::contains);
                    if (!again && marking.tokens().containsKey(place) && (to.isActivity() || isJoin(to))) {
                        found.putIfAbsent(to.id(), Finding.of("twiceAtOnce", to));
                    }
                    marking.add(place);
                    to.boundary().stream()
                            .filter(event -> !event.isInterrupting())
                            .forEach(event -> marking.add(armed(event)));
                }
            }
            moved.putIfAbsent(marking, new HashSet<>(flows));
            all.add(marking);
        }

        private static boolean isJoin(Node node) {
            return node.is("parallelGateway") && node.in().size() > 1;
        }

        private static String at(Node node) {
            return "at " + node.id();
        }

        private static String armed(Node event) {
            return "armed " + event.id();
        }

        private static String before(Flow flow) {
            return "join " + flow.to().id() + " " + flow.id();
        }
    }
}
