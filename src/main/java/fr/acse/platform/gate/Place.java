package fr.acse.platform.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a case is, with what is known of it there. */
final class Place {

    private final List<Node> calls;
    private final Node node;
    private final List<Values> values;
    private final boolean fact;
    private final Scope beside;
    private final int hash;

    /** What is known in one process. Its hash is worked out once, not for each place. */
    private static final class Values {

        private final Map<String, Object> all;
        private final int hash;

        Values(Map<String, Object> all) {
            this.all = all;
            this.hash = all.hashCode();
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Values values && hash == values.hash && all.equals(values.all);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * @param calls the calls that the case is in, the innermost last
     * @param values of the variables that are followed, for each process; what is not known is not there
     * @param beside scope in which this is only a branch beside the rest, or null
     */
    private Place(List<Node> calls, Node node, List<Values> values, boolean fact, Scope beside) {
        this.calls = calls;
        this.node = node;
        this.values = values;
        this.fact = fact;
        this.beside = beside;
        this.hash = Objects.hash(calls, node, values, fact, beside);
    }

    /** Before the first step of a case. */
    static Place before(Map<String, Object> values) {
        return new Place(List.of(), null, List.of(new Values(values)), false, null);
    }

    Node node() {
        return node;
    }

    /** Whether the case has the fact of the promise behind it. */
    boolean fact() {
        return fact;
    }

    Scope beside() {
        return beside;
    }

    boolean isIn(Node call) {
        return calls.contains(call);
    }

    boolean isCalled() {
        return !calls.isEmpty();
    }

    /** What is known in the innermost process. */
    Map<String, Object> here() {
        return values.get(values.size() - 1).all;
    }

    Place at(Node other) {
        return new Place(calls, other, values, fact, beside);
    }

    Place with(boolean other) {
        return other == fact ? this : new Place(calls, node, values, other, beside);
    }

    Place besideIn(Scope scope) {
        return new Place(calls, node, values, fact, scope);
    }

    Place with(Map<String, Object> here) {
        if (here.equals(here())) {
            return this;
        }
        List<Values> all = new ArrayList<>(values);
        all.set(all.size() - 1, new Values(here));
        return new Place(calls, node, all, fact, beside);
    }

    Place knowing(String name, Object value) {
        Map<String, Object> all = new HashMap<>(here());
        all.put(name, value);
        return with(all);
    }

    Place forgetting(String name) {
        Map<String, Object> all = new HashMap<>(here());
        all.remove(name);
        return with(all);
    }

    /** Inside the process that its step calls. */
    Place called(Map<String, Object> given) {
        List<Node> inner = new ArrayList<>(calls);
        inner.add(node);
        List<Values> all = new ArrayList<>(values);
        all.add(new Values(given));
        return new Place(inner, null, all, fact, beside);
    }

    /** Back at the call from which it came. */
    Place returned() {
        return new Place(
                calls.subList(0, calls.size() - 1),
                calls.get(calls.size() - 1),
                values.subList(0, values.size() - 1),
                fact,
                beside);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place
                && hash == place.hash
                && fact == place.fact
                && node == place.node
                && beside == place.beside
                && calls.equals(place.calls)
                && values.equals(place.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
