package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Follows every path of a case through all called processes, to check one promise. The check tracks the values of variables, and skips
 * every flow whose condition cannot hold with these values.
 */
final class Paths {

    private static final int LONGEST_TOLD = 7;
    private static final int MOST_PLACES = 400_000;
    private static final Pattern NULL = Pattern.compile("[\\s#${}]*null[\\s#${}]*");

    /** Variables in which a called process returns its result. If the check ignored them, a refused case would seem to be transferred. */
    private static final Set<String> HOW_IT_ENDED =
            Set.of("eligibility", "commitmentFull", "placeDecision", "agreement", "transferOutcome");

    private final ModelSet set;
    private final Known known;
    private final Choices choices;
    private final Promise promise;
    private final boolean near;
    private final Set<String> followed;
    private final Map<Place, Place> before = new HashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Reach reach;
    private final Map<Node, Boolean> target = new HashMap<>();
    private final Map<Node, Boolean> gained = new HashMap<>();
    private final Map<Node, Boolean> lost = new HashMap<>();
    private final Map<Node, Boolean> silent = new HashMap<>();
    private final Map<Node, Finding> found = new LinkedHashMap<>();

    /**
     * @param near whether paths begin in the process of the target, without known values or facts; the result then holds for all callers
     */
    Paths(ModelSet set, Known known, Choices choices, Promise promise, boolean near) {
        this.set = set;
        this.known = known;
        this.choices = choices;
        this.promise = promise;
        this.near = near;
        this.followed = Stream.concat(promise.gained().stream(), promise.lost().stream())
                .flatMap(fact -> fact.variable().stream())
                .collect(Collectors.toCollection(HashSet::new));
        followed.addAll(HOW_IT_ENDED);
        this.reach = new Reach(set, known, promise, followed, near);
    }

    /** Returns everything that the result of the check depends on. This list is the key in the cache of findings. */
    List<Object> whatMatters() {
        return reach.whatMatters(choices);
    }

    List<Finding> findings() {
        reach.roots().forEach(process -> enter(null, Place.before(near ? Map.of() : nothingYet()), process.root()));
        while (!open.isEmpty()) {
            go(open.pop());
            if (before.size() > MOST_PLACES) {
                Process process = set.processes().get(0);
                return List.of(Finding.of("tooLarge", process.file(), process.xml()));
            }
        }
        return List.copyOf(found.values());
    }

    private Map<String, Object> nothingYet() {
        Map<String, Object> none = new HashMap<>();
        followed.forEach(name -> none.put(name, null));
        return none;
    }

    /** Enters a process or a sub-process. After the start of a scope, the event sub-processes in the scope can start too. */
    private void enter(Place from, Place place, Scope scope) {
        scope.starts().forEach(start -> reach(from, place.at(start)));
        scope.nodes().stream()
                .filter(Node::isEventSubProcess)
                .forEach(beside -> beside.inner()
                        .starts()
                        .forEach(start -> reach(from, place.at(start).with(Map.of()))));
    }

    private void reach(Place from, Place place) {
        if (before.containsKey(place)) {
            return;
        }
        before.put(place, from);
        Node node = place.node();
        if (place.fact() != promise.holds() && target.computeIfAbsent(node, promise::isTarget)) {
            found.computeIfAbsent(node, any -> Finding.of("promise." + promise.name(), node, told(place)));
        }
        open.push(place);
    }

    private void go(Place place) {
        Node node = place.node();
        for (Node around = node;
                around != null && (around == node || node.isRest() || node.is("callActivity"));
                around = around.scope().around()) {
            around.boundary().stream()
                    .filter(event -> !event.event().equals("error"))
                    .forEach(event -> leave(
                            place,
                            event.isInterrupting()
                                    ? place.at(event)
                                    : place.at(event).besideIn(event.scope())));
        }
        if (node.inner() != null && !node.isEventSubProcess()) {
            enter(place, place, node.inner());
        } else if (node.is("callActivity")) {
            call(place);
        } else if (node.isEnd()) {
            end(place);
        } else if (node.is("intermediateThrowEvent") && node.event().equals("link")) {
            node.scope().linked(node).forEach(link -> leave(place, place.at(link)));
        } else {
            asked(place).forEach(after -> leave(place, after));
        }
    }

    /** Returns the places after a step: one for each value that a person, a decision or the software can give at the step. */
    private List<Place> asked(Place place) {
        Node node = place.node();
        List<Place> all = List.of(place);
        if (silent.computeIfAbsent(node, this::saysNothing)) {
            return all;
        }
        List<FormFile.Field> fields = set.formOf(node).stream()
                .flatMap(FormFile::questions)
                .filter(field -> followed.contains(field.key()))
                .toList();
        for (FormFile.Field field : fields) {
            List<Object> answers = new ArrayList<>(field.options());
            if (!field.isAlwaysAnswered() || answers.isEmpty()) {
                answers.add(null);
            }
            all = all.stream()
                    .flatMap(before -> answers.stream()
                            .map(answer -> answer == null && field.options().isEmpty()
                                    ? before.forgetting(field.key())
                                    : before.knowing(field.key(), answer)))
                    .toList();
        }
        String result = node.camunda("resultVariable");
        if (node.is("businessRuleTask") && followed.contains(result)) {
            Set<String> texts = Optional.ofNullable(set.decisions().get(node.camunda("decisionRef")))
                    .map(decision -> decision.results()
                            .map(text -> Expressions.unquoted(text))
                            .collect(Collectors.toSet()))
                    .orElse(Set.of());
            all = all.stream()
                    .flatMap(before -> texts.stream().map(text -> before.knowing(result, text)))
                    .toList();
        }
        Set<String> written = Stream.concat(Stream.of(node.bean()), node.listeners())
                .flatMap(bean -> known.writes(bean).stream())
                .filter(followed::contains)
                .collect(Collectors.toSet());
        for (String name : written) {
            List<Object> given = choices.written(name);
            if (!given.isEmpty()) {
                all = all.stream()
                        .flatMap(before -> given.stream().map(value -> before.knowing(name, value)))
                        .toList();
                continue;
            }
            all = all.stream().map(before -> before.forgetting(name)).toList();
        }
        return all;
    }

    /** Whether no form, decision or delegate at the step sets a tracked variable. */
    private boolean saysNothing(Node node) {
        return followed.stream()
                .noneMatch(name -> set.asks(node, name)
                        || node.camunda("resultVariable").equals(name)
                        || Stream.concat(Stream.of(node.bean()), node.listeners())
                                .anyMatch(bean -> known.writes(bean).contains(name)));
    }

    private void leave(Place from, Place place) {
        Node node = place.node();
        Place left = place.with(factAfter(place.fact(), node));
        for (Flow flow : node.out()) {
            if (!node.is("exclusiveGateway") || node.out().size() == 1) {
                along(from, left, flow);
                continue;
            }
            List<Choices.Way> possible = choices.ways(node, left.here());
            List<Choices.Way> taken =
                    possible.stream().filter(way -> flow.equals(way.taken())).toList();
            if (possible.isEmpty() || !taken.isEmpty()) {
                along(from, left.with(narrowed(left.here(), taken)).with(left.fact() || isShown(taken)), flow);
            }
        }
    }

    private void along(Place from, Place place, Flow flow) {
        Node to = flow.to();
        boolean join = to.is("parallelGateway") && to.in().size() > 1;
        boolean fact = place.fact()
                || join
                        && to.in().stream()
                                .filter(other -> !other.equals(flow))
                                .anyMatch(other -> isAlwaysGained(to.scope(), other));
        reach(from, place.at(to).with(fact));
    }

    /** Adds the values of tracked variables that are the same in all given ways. */
    private Map<String, Object> narrowed(Map<String, Object> before, List<Choices.Way> ways) {
        if (ways.isEmpty()) {
            return before;
        }
        Map<String, Object> after = new HashMap<>(before);
        ways.get(0).values().forEach((name, value) -> {
            if (followed.contains(name)
                    && ways.stream()
                            .allMatch(way -> Objects.equals(value, way.values().get(name)))) {
                after.put(name, value);
            }
        });
        return after;
    }

    /** Whether the values in every way along the flow prove a gained fact of the promise. */
    private boolean isShown(List<Choices.Way> taken) {
        return !taken.isEmpty()
                && taken.stream()
                        .allMatch(way -> promise.gained().stream().anyMatch(fact -> fact.isShownBy(way.values())));
    }

    private boolean factAfter(boolean fact, Node node) {
        return fact && !lost.computeIfAbsent(node, any -> isBrought(promise.lost(), any))
                || gained.computeIfAbsent(node, any -> isBrought(promise.gained(), any));
    }

    private boolean isBrought(List<Fact> facts, Node node) {
        return facts.stream().anyMatch(fact -> fact.isBroughtBy(node, set));
    }

    private void call(Place place) {
        Node node = place.node();
        if (place.isIn(node)) {
            return;
        }
        set.process(node.xml().getAttribute("calledElement")).ifPresent(called -> {
            if (!reach.matters(called)) {
                Map<String, Object> after = new HashMap<>(place.here());
                node.mappings("out").forEach(out -> hand(out, Map.of(), after));
                leave(place, place.with(after));
                return;
            }
            Map<String, Object> given = nothingYet();
            node.mappings("in").forEach(in -> hand(in, place.here(), given));
            enter(place, place.called(given), called.root());
        });
    }

    private void hand(Element mapping, Map<String, Object> from, Map<String, Object> to) {
        String target = mapping.getAttribute("target");
        if (!followed.contains(target)) {
            return;
        }
        String source = mapping.getAttribute("source");
        if (NULL.matcher(mapping.getAttribute("sourceExpression")).matches()) {
            to.put(target, null);
        } else if (from.containsKey(source)) {
            to.put(target, from.get(source));
        } else {
            to.remove(target);
        }
    }

    private void end(Place place) {
        Node node = place.node();
        Place done = place.with(factAfter(place.fact(), node));
        for (String name : node.listeners()
                .flatMap(bean -> known.writes(bean).stream())
                .filter(followed::contains)
                .toList()) {
            String outcome = node.outcome().orElse(null);
            done = outcome == null ? done.forgetting(name) : done.knowing(name, outcome);
        }
        Scope scope = node.scope();
        if (node.event().equals("error")) {
            for (Node around = scope.around();
                    around != null;
                    around = around.scope().around()) {
                for (Node event : around.boundary()) {
                    if (event.event().equals("error")) {
                        leave(place, done.at(event));
                    }
                }
            }
        } else {
            endScope(place, done, scope);
        }
    }

    /** An end event in the branch of a non-interrupting event ends only that branch. A terminate event ends the whole scope. */
    private void endScope(Place from, Place place, Scope scope) {
        if (place.beside() == scope && !from.node().event().equals("terminate")) {
            return;
        }
        if (place.beside() == scope) {
            endScope(from, place.besideIn(null), scope);
            return;
        }
        Node around = scope.around();
        if (around == null) {
            back(from, place);
        } else if (!around.isEventSubProcess()) {
            leave(from, place.at(around));
        } else if (scope.starts().anyMatch(Node::isInterrupting)) {
            endScope(from, place, around.scope());
        }
    }

    private void back(Place from, Place place) {
        if (place.isCalled()) {
            Place back = place.returned();
            Map<String, Object> mine = new HashMap<>(back.here());
            back.node().mappings("out").forEach(out -> hand(out, place.here(), mine));
            leave(from, back.with(mine));
        }
    }

    /** Whether every way from the start of a scope to a flow brings the fact. At a join, a case has taken all incoming flows. */
    private boolean isAlwaysGained(Scope scope, Flow flow) {
        return alwaysGained(scope, false, flow::equals, node -> false);
    }

    /** Whether every way from the start of a scope or of its event sub-processes brings the fact to the given flows and ends. */
    private boolean alwaysGained(Scope scope, boolean before, Predicate<Flow> flows, Predicate<Node> ends) {
        record Step(Node node, boolean fact) {}
        Set<Step> seen = new HashSet<>();
        Deque<Step> steps = new ArrayDeque<>();
        scope.starts().forEach(start -> steps.add(new Step(start, before)));
        boolean besideToo = scope.nodes().stream()
                .filter(Node::isEventSubProcess)
                .allMatch(beside -> alwaysGained(beside.inner(), before, flows, ends));
        if (!besideToo) {
            return false;
        }
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (!seen.add(step)) {
                continue;
            }
            if (step.node().isEnd() && ends.test(step.node()) && !factAfter(step.fact(), step.node())) {
                return false;
            }
            for (Node event : step.node().boundary()) {
                boolean byError = event.event().equals("error")
                        && step.node().inner() != null
                        && alwaysGained(
                                step.node().inner(),
                                step.fact(),
                                any -> false,
                                end -> end.event().equals("error")
                                        && end.eventName().equals(event.eventName()));
                steps.add(new Step(event, step.fact() || byError));
            }
            boolean inside = step.node().inner() != null
                    && alwaysGained(
                            step.node().inner(),
                            step.fact(),
                            any -> false,
                            end -> !end.event().equals("error")
                                    && !end.scope().around().isEventSubProcess());
            boolean after = factAfter(step.fact(), step.node()) || inside;
            for (Flow next : step.node().out()) {
                boolean now = after
                        || step.node().is("exclusiveGateway")
                                && isShown(choices.ways(step.node(), Map.of()).stream()
                                        .filter(way -> next.equals(way.taken()))
                                        .toList());
                if (flows.test(next) && !now) {
                    return false;
                }
                steps.add(new Step(next.to(), now));
            }
        }
        return true;
    }

    /** Names of the last steps on the path that breaks the promise. */
    private String told(Place place) {
        LinkedHashSet<String> names = new LinkedHashSet<>();
        for (Place each = place; each != null && names.size() < LONGEST_TOLD; each = before.get(each)) {
            String name = Finding.oneLine(each.node().xml().getAttribute("name"));
            if (!name.isEmpty()) {
                names.add("“" + name + "”");
            }
        }
        List<String> inOrder = new ArrayList<>(names);
        Collections.reverse(inOrder);
        return String.join(" → ", inOrder);
    }
}
