package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call must name a process of the same set and pass the case reference to it. The call must also pass and take back all variables that
 * the same call passes and takes back in this release.
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

    /** Every variable that a mapping names must exist in the process on that side of the mapping. */
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
