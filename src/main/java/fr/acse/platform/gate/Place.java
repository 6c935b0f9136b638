package fr.acse.platform.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A position of a case in the models, with the known values of its variables. */
final class Place {

    private final List<Node> calls;
    private final Node node;
    private final List<Values> values;
    private final boolean fact;
    private final Scope beside;
    private final int hash;

    /** Known values of the variables in one process. The hash is computed only once, because many places share the same values. */
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
     * @param calls calls that the case is currently in, the innermost call last
     * @param values known values of the tracked variables, for each process; a variable without an entry is unknown
     * @param beside scope in which the place belongs to the branch of a non-interrupting event, or null
     */
    private Place(List<Node> calls, Node node, List<Values> values, boolean fact, Scope beside) {
        this.calls = calls;
        this.node = node;
        this.values = values;
        this.fact = fact;
        this.beside = beside;
        this.hash = Objects.hash(calls, node, values, fact, beside);
    }

    /** Returns the place before the first step of a case. */
    static Place before(Map<String, Object> values) {
        return new Place(List.of(), null, List.of(new Values(values)), false, null);
    }

    Node node() {
        return node;
    }

    /** Whether the case has gained the fact of the promise at this place. */
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

    /** Known values of the variables in the innermost process. */
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

    /** Returns a place inside the process that the current step calls. */
    Place called(Map<String, Object> given) {
        List<Node> inner = new ArrayList<>(calls);
        inner.add(node);
        List<Values> all = new ArrayList<>(values);
        all.add(new Values(given));
        return new Place(inner, null, all, fact, beside);
    }

    /** Returns the place at the call activity, after the called process has ended. */
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
