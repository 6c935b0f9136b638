package fr.acse.platform.gate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An exclusive gateway needs a default flow, and a case must be able to take each of its flows. A condition may compare a variable only
 * with texts that a form, a decision or the software gives.
 */
class Conditions implements Rule {

    private final Known known;

    Conditions(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        Choices choices = new Choices(set, known);
        return Stream.concat(
                set.nodes()
                        .filter(node ->
                                node.is("exclusiveGateway") && node.out().size() > 1)
                        .flatMap(gateway -> gateway(gateway, choices)),
                set.nodes()
                        .filter(node -> !node.is("exclusiveGateway"))
                        .flatMap(node -> node.out().stream())
                        .filter(flow -> !flow.condition().isEmpty())
                        .map(flow -> Finding.of("conditionPlace", flow)));
    }

    private static Stream<Finding> gateway(Node gateway, Choices choices) {
        if (gateway.out().stream().noneMatch(Flow::isDefault)) {
            return Stream.of(Finding.of("noDefault", gateway));
        }
        List<Finding> words =
                gateway.out().stream().flatMap(flow -> words(flow, choices)).toList();
        if (!words.isEmpty()) {
            return words.stream();
        }
        List<Choices.Way> ways = choices.ways(gateway, Map.of());
        Set<Flow> taken =
                ways.stream().map(Choices.Way::taken).filter(Objects::nonNull).collect(Collectors.toSet());
        return gateway.out().stream().flatMap(flow -> {
            if (flow.isDefault()) {
                return flow.condition().isEmpty()
                        ? Stream.empty()
                        : Stream.of(Finding.of("defaultCondition", flow, flow.condition()));
            }
            if (flow.condition().isEmpty()) {
                return Stream.of(Finding.of("noCondition", flow));
            }
            return ways.isEmpty()
                    ? Stream.of(Finding.of("notACondition", flow, flow.condition()))
                    : taken.contains(flow)
                            ? Stream.empty()
                            : Stream.of(Finding.of("neverTaken", flow, flow.condition()));
        });
    }

    private static Stream<Finding> words(Flow flow, Choices choices) {
        return flow.compared().entrySet().stream().flatMap(compared -> {
            Set<String> texts = choices.texts(compared.getKey());
            return compared.getValue().stream()
                    .filter(text -> !texts.contains(text))
                    .map(text -> Finding.of(
                            "conditionValue", flow, compared.getKey(), text, String.join(", ", new TreeSet<>(texts))));
        });
    }
}
