package fr.acse.platform.gate;

import fr.acse.platform.model.ProcessContract;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The property {@code outcome} says what an end event means. The contract of the process must allow the value. An end event with a listener
 * must have the property if the contract lists outcomes.
 */
class OutcomesOfEnds implements Rule {

    private final Known known;

    OutcomesOfEnds(Known known) {
        this.known = known;
    }

    @Override
    public Stream<Finding> findings(ModelSet set) {
        return set.nodes()
                .filter(node -> node.isEnd() && !isMeant(node))
                .map(end -> Finding.of(
                        "outcome", end, end.outcome().orElse(""), String.join(", ", new TreeSet<>(meanings(end)))));
    }

    private boolean isMeant(Node end) {
        Set<String> meanings = meanings(end);
        return end.outcome()
                .map(outcome -> meanings.contains(outcome) || isNew(end, outcome))
                .orElseGet(() -> meanings.isEmpty() || end.listeners().findAny().isEmpty());
    }

    private boolean isNew(Node end, String outcome) {
        return known.contract(end.process())
                .flatMap(ProcessContract::newOutcomes)
                .filter(pattern -> pattern.matcher(outcome).matches())
                .isPresent();
    }

    private Set<String> meanings(Node end) {
        return known.contract(end.process())
                .map(contract -> contract.outcomes())
                .orElse(Set.of());
    }
}
