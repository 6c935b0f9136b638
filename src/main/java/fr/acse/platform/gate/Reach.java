package fr.acse.platform.gate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the processes that matter to a promise: the processes in which a case begins, and the called processes that the check can skip. */
final class Reach {

    private final ModelSet set;
    private final Known known;
    private final Promise promise;
    private final Set<String> followed;
    private final boolean near;
    private final Map<Process, Boolean> mattering = new HashMap<>();

    /**
     * @param followed tracked variables that the promise depends on
     * @param near whether paths begin in the process that contains the target
     */
    Reach(ModelSet set, Known known, Promise promise, Set<String> followed, boolean near) {
        this.set = set;
        this.known = known;
        this.promise = promise;
        this.followed = followed;
        this.near = near;
    }

    /** Returns everything that the result of the check depends on. */
    List<Object> whatMatters(Choices choices) {
        Set<Process> roots = roots().collect(Collectors.toSet());
        // A change of a called process that does not affect the promise keeps the cached findings valid, so the process
        // is left out.
        Set<Process> all = withCalled(roots).stream()
                .filter(process -> roots.contains(process) || matters(process))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Object> texts = all.stream()
                .flatMap(Process::flows)
                .flatMap(flow -> flow.variables().stream())
                .distinct()
                .<Object>map(name -> List.of(name, choices.texts(name)))
                .toList();
        return List.of(promise, set.whatMatters(all), texts);
    }

    /** Processes in which a case can begin and from which the case can reach the target. */
    Stream<Process> roots() {
        if (near) {
            return set.processes().stream().filter(process -> process.nodes().anyMatch(promise::isTarget));
        }
        Set<String> called = set.nodes()
                .filter(node -> node.is("callActivity"))
                .map(node -> node.xml().getAttribute("calledElement"))
                .collect(Collectors.toSet());
        return set.processes().stream()
                .filter(process -> !called.contains(process.id())
                        || process.startsByPeople().findAny().isPresent()
                        || process.root()
                                .starts()
                                .anyMatch(start -> !start.event().isEmpty()))
                .filter(process -> leadsToTarget(process, new HashSet<>()));
    }

    private boolean leadsToTarget(Process process, Set<Process> seen) {
        return seen.add(process)
                && (process.nodes().anyMatch(promise::isTarget)
                        || calledBy(process).anyMatch(called -> leadsToTarget(called, seen)));
    }

    private Stream<Process> calledBy(Process process) {
        return process.nodes()
                .filter(node -> node.is("callActivity"))
                .flatMap(call -> set.process(call.xml().getAttribute("calledElement")).stream());
    }

    /** Whether a process, or a process that it calls, can affect the promise. */
    boolean matters(Process process) {
        return mattering.computeIfAbsent(
                process, any -> withCalled(List.of(any)).stream().anyMatch(this::mattersItself));
    }

    /** Returns the given processes and all processes that they call, directly or indirectly. */
    private Set<Process> withCalled(Collection<Process> some) {
        Set<Process> all = new LinkedHashSet<>();
        Deque<Process> left = new ArrayDeque<>(some);
        while (!left.isEmpty()) {
            Process process = left.pop();
            if (all.add(process)) {
                calledBy(process).forEach(left::add);
            }
        }
        return all;
    }

    private boolean mattersItself(Process process) {
        return process.nodes()
                        .anyMatch(node -> promise.isTarget(node)
                                || Stream.concat(promise.gained().stream(), promise.lost().stream())
                                        .anyMatch(fact -> fact.isBroughtBy(node, set))
                                || followed.stream()
                                        .anyMatch(name -> set.asks(node, name)
                                                || node.camunda("resultVariable")
                                                        .equals(name))
                                || Stream.concat(Stream.of(node.bean()), node.listeners())
                                        .anyMatch(bean ->
                                                known.writes(bean).stream().anyMatch(followed::contains)))
                || process.flows().anyMatch(flow -> followed.stream().anyMatch(flow.condition()::contains));
    }
}
