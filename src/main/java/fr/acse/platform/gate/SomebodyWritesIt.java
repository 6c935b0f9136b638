package fr.acse.platform.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every variable in a condition must get a value in the process: from a form, a decision, a call or the software. */
class SomebodyWritesIt implements Rule {

    private final Known known;

    SomebodyWritesIt(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.processes().stream().flatMap(process -> {
            Set<String> written = written(process, set);
            // The software starts some processes with values, so a variable that nothing writes in this release is
            // allowed.
            known.release().process(process.id()).ifPresent(ours -> written.addAll(unwritten(ours, known.release())));
            return process.flows()
                    .flatMap(flow -> flow.variables().stream()
                            .filter(name -> known.variable(process, name).isPresent() && !written.contains(name))
                            .map(name -> Finding.of("unwritten", flow, name)));
        });
    }

    private Set<String> unwritten(Process process, ModelSet set) {
        Set<String> names =
                process.flows().flatMap(flow -> flow.variables().stream()).collect(Collectors.toSet());
        names.removeAll(written(process, set));
        return names;
    }

    private Set<String> written(Process process, ModelSet set) {
        Set<String> names = new HashSet<>();
        process.formSteps()
                .flatMap(step -> set.formOf(step).stream())
                .flatMap(FormFile::questions)
                .forEach(question -> names.add(question.key()));
        process.nodes().forEach(node -> {
            names.add(node.camunda("resultVariable"));
            node.mappings("out").forEach(out -> names.add(out.getAttribute("target")));
            Stream.concat(Stream.of(node.bean()), node.listeners()).forEach(bean -> names.addAll(known.writes(bean)));
        });
        set.nodes()
                .filter(node -> node.is("callActivity")
                        && node.xml().getAttribute("calledElement").equals(process.id()))
                .flatMap(call -> call.mappings("in").stream())
                .forEach(in -> names.add(in.getAttribute("target")));
        return names;
    }
}
