package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine can create a task only if its priority is a whole number or an expression that this release uses. */
class Priorities implements Rule {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    private final Set<String> computed;

    Priorities(Known known) {
        computed = known.release().nodes().map(node -> node.camunda("priority")).collect(Collectors.toSet());
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes()
                .filter(node -> !NUMBER.matcher(node.camunda("priority")).matches()
                        && !computed.contains(node.camunda("priority")))
                .map(node -> Finding.of("priority", node, node.camunda("priority")));
    }
}
