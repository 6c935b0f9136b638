package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call names a process of the same set, hands over the case, and all that this release hands over to that process and takes
 * back from it: the process cannot work without it.
 */
class CalledProcesses implements Rule {

    private final Known known;

    CalledProcesses(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes().filter(node -> node.is("callActivity")).flatMap(call -> {
            String called = call.xml().getAttribute("calledElement");
            if (set.process(called).isEmpty()) {
                return Stream.of(Finding.of(
                        "called",
                        call,
                        called,
                        set.processes().stream().map(Process::id).sorted().collect(Collectors.joining(", "))));
            }
            Stream<Finding> binding = call.camunda("calledElementBinding").equals("deployment")
                    ? Stream.empty()
                    : Stream.of(Finding.of("binding", call));
            Process process = set.process(called).get();
            return Stream.of(
                            binding,
                            handedOver(call, process),
                            missing(call, called, "in"),
                            missing(call, called, "out"))
                    .flatMap(each -> each);
        });
    }

    /** What is named on either side is a variable there. */
    private Stream<Finding> handedOver(Node call, Process called) {
        return Stream.of("in", "out")
                .flatMap(way -> call.mappings(way).stream()
                        .flatMap(mapping -> Stream.of(
                                        unknown(
                                                call,
                                                mapping.getAttribute("source"),
                                                way.equals("in") ? call.process() : called),
                                        unknown(
                                                call,
                                                mapping.getAttribute("target"),
                                                way.equals("in") ? called : call.process()))
                                .flatMap(each -> each)));
    }

    private Stream<Finding> unknown(Node call, String name, Process process) {
        return name.isEmpty() || known.variable(process, name).isPresent()
                ? Stream.empty()
                : Stream.of(Finding.of("mapping", call, name, process.id()));
    }

    private Stream<Finding> missing(Node call, String called, String way) {
        Set<String> needed = new HashSet<>();
        known.release()
                .nodes()
                .filter(node -> node.is("callActivity")
                        && node.xml().getAttribute("calledElement").equals(called)
                        && node.process().id().equals(call.process().id()))
                .forEach(node -> needed.addAll(targets(node, way)));
        if (needed.isEmpty() && way.equals("in")) {
            needed.addAll(Set.of("businessKey", "caseReference"));
        }
        needed.removeAll(targets(call, way));
        return needed.stream().sorted().map(name -> Finding.of("notHandedOver", call, name, called));
    }

    private static Set<String> targets(Node call, String way) {
        return call.mappings(way).stream()
                .map(mapping -> mapping.hasAttribute("businessKey") ? "businessKey" : mapping.getAttribute("target"))
                .collect(Collectors.toSet());
    }
}
