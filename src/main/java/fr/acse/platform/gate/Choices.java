package fr.acse.platform.gate;

import com.google.re2j.Pattern;
import fr.acse.platform.model.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that a variable can have, from options of forms, results of decisions, and the software. For numbers and dates, a few examples
 * stand for all values.
 */
final class Choices {

    /** Placeholder for every value that no model names. */
    static final String SOMETHING_ELSE = "~";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");
    private static final int MOST_COMBINATIONS = 20_000;
    private static final Date SOME_DAY = new Date(0);

    /** One way through a gateway: the values of its variables, and the flow that a case takes, or null if the case takes none. */
    record Way(Map<String, Object> values, Flow taken) {}

    private final Known known;
    private final Map<String, Set<String>> offered = new HashMap<>();
    private final Map<String, Set<String>> decided = new HashMap<>();
    private final Map<String, Set<String>> written;
    private final Set<String> fromServer = new HashSet<>();
    private final Set<Integer> numbers = new TreeSet<>(Set.of(0, 1, 2, 50));
    private final Map<Node, Set<String>> asked = new HashMap<>();
    private final Map<Node, Map<Map<String, Object>, List<Way>>> ways = new HashMap<>();
    private final Map<String, Class<?>> types = new HashMap<>();

    Choices(ModelSet set, Known known) {
        this.known = known;
        known.contracts().values().stream()
                .flatMap(contract -> contract.variables().stream())
                .forEach(variable -> types.put(variable.name(), variable.type()));
        known.declaredInForms()
                .values()
                .forEach(questions ->
                        questions.values().forEach(variable -> types.putIfAbsent(variable.name(), variable.type())));
        read(set, offered, decided);
        set.forms().stream()
                .flatMap(FormFile::questions)
                .filter(FormFile.Field::isFromServer)
                .forEach(field -> fromServer.add(field.key()));
        set.processes().stream().flatMap(Process::flows).forEach(this::noteNumbers);
        written = writtenByCode();
        set.nodes()
                .filter(Node::isEnd)
                .forEach(end -> end.outcome()
                        .ifPresent(outcome -> end.listeners()
                                .flatMap(bean -> known.writes(bean).stream())
                                .forEach(name -> written.computeIfAbsent(name, any -> new LinkedHashSet<>())
                                        .add(outcome))));
    }

    private static void read(ModelSet set, Map<String, Set<String>> offered, Map<String, Set<String>> decided) {
        set.forms().stream()
                .flatMap(FormFile::questions)
                .filter(field -> !field.options().isEmpty())
                .forEach(field -> offered.computeIfAbsent(field.key(), any -> new LinkedHashSet<>())
                        .addAll(field.options()));
        Map<String, ModelSet.Decision> decisions = set.decisions();
        set.nodes()
                .filter(node -> node.is("businessRuleTask"))
                .forEach(node -> Optional.ofNullable(decisions.get(node.camunda("decisionRef")))
                        .ifPresent(decision -> decision.results()
                                .forEach(result -> decided.computeIfAbsent(
                                                node.camunda("resultVariable"), any -> new LinkedHashSet<>())
                                        .add(Expressions.unquoted(result)))));
    }

    /** Adds each number that a condition compares with, and the numbers one below and one above it. */
    private void noteNumbers(Flow flow) {
        Names.in(flow.condition()).stream()
                .filter(each -> each.before() != '.' && each.after() != '.' && NUMBER.matches(each.text()))
                .map(each -> Integer.valueOf(each.text()))
                .forEach(number -> numbers.addAll(Set.of(number - 1, number, number + 1)));
        // The options of this field come from the server, so every text that a condition compares with may be an
        // option.
        flow.compared().forEach((name, texts) -> {
            if (fromServer.contains(name)) {
                offered.computeIfAbsent(name, any -> new LinkedHashSet<>()).addAll(texts);
            }
        });
    }

    /** Values in the conditions of this release that no form and no decision gives: the software itself writes them. */
    private Map<String, Set<String>> writtenByCode() {
        Map<String, Set<String>> ofForms = new HashMap<>();
        Map<String, Set<String>> ofDecisions = new HashMap<>();
        read(known.release(), ofForms, ofDecisions);
        Map<String, Set<String>> all = new HashMap<>();
        known.release().processes().stream()
                .flatMap(Process::flows)
                .forEach(flow -> flow.compared()
                        .forEach((name, literals) -> literals.stream()
                                .filter(literal ->
                                        !ofForms.getOrDefault(name, Set.of()).contains(literal)
                                                && !ofDecisions
                                                        .getOrDefault(name, Set.of())
                                                        .contains(literal))
                                .forEach(literal -> all.computeIfAbsent(name, any -> new LinkedHashSet<>())
                                        .add(literal))));
        return all;
    }

    /** Options that the forms offer, by question. */
    Map<String, Set<String>> offered() {
        return offered;
    }

    /** Texts that a variable can have. The set of texts is empty if the variable is no text, or if its values are unknown. */
    Set<String> texts(String name) {
        Set<String> all = new LinkedHashSet<>(offered.getOrDefault(name, Set.of()));
        all.addAll(decided.getOrDefault(name, Set.of()));
        all.addAll(written.getOrDefault(name, Set.of()));
        return all;
    }

    /** Values that the software may write into a variable: true and false for a flag, otherwise no values, because they are unknown. */
    List<Object> written(String name) {
        return types.get(name) == Boolean.class ? List.of(true, false) : List.of();
    }

    /** Values to try for a variable. The values include null, because the variable may not be set yet. */
    private List<Object> values(String name) {
        List<Object> all = new ArrayList<>();
        Class<?> type = types.getOrDefault(name, String.class);
        if (type == Boolean.class) {
            all.addAll(List.of(true, false));
        } else if (type == Date.class) {
            Stream.of(0, 1, 2)
                    .map(day -> Date.from(SOME_DAY.toInstant().plus(Duration.ofDays(day))))
                    .forEach(all::add);
        } else if (type == String.class) {
            all.addAll(texts(name));
            if (!offered.containsKey(name) && !decided.containsKey(name) || fromServer.contains(name)) {
                all.add(SOMETHING_ELSE);
            }
        } else {
            numbers.forEach(number -> all.add(type == Double.class ? (Object) number.doubleValue() : number));
        }
        all.add(null);
        return all;
    }

    /**
     * Returns every way through a gateway, for all combinations of the values in its conditions.
     *
     * @param fixed known values, by variable
     * @return all ways; empty if a condition cannot be evaluated, or if there are more than 20,000 combinations
     */
    List<Way> ways(Node gateway, Map<String, Object> fixed) {
        Set<String> names = asked.computeIfAbsent(gateway, Choices::names);
        Map<String, Object> known = new HashMap<>();
        names.stream().filter(fixed::containsKey).forEach(name -> known.put(name, fixed.get(name)));
        return ways.computeIfAbsent(gateway, any -> new HashMap<>())
                .computeIfAbsent(known, any -> allWays(gateway.out(), names, known));
    }

    private static Set<String> names(Node gateway) {
        return gateway.out().stream()
                .flatMap(flow -> flow.variables().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Way> allWays(List<Flow> flows, Set<String> names, Map<String, Object> fixed) {
        List<Map<String, Object>> combinations = List.of(new HashMap<>());
        for (String name : names) {
            List<Object> values = fixed.containsKey(name) ? Collections.singletonList(fixed.get(name)) : values(name);
            if ((long) combinations.size() * values.size() > MOST_COMBINATIONS) {
                return List.of();
            }
            combinations = combinations.stream()
                    .flatMap(before -> values.stream().map(value -> {
                        Map<String, Object> with = new HashMap<>(before);
                        with.put(name, value);
                        return with;
                    }))
                    .toList();
        }
        List<Way> all = new ArrayList<>();
        for (Map<String, Object> values : combinations) {
            Optional<Flow> taken = taken(flows, values);
            if (taken == null) {
                return List.of();
            }
            all.add(new Way(values, taken.orElse(null)));
        }
        return all;
    }

    /** A case takes the first flow with a true condition, otherwise the default. Returns null if a condition cannot be evaluated. */
    private static Optional<Flow> taken(List<Flow> flows, Map<String, Object> values) {
        Flow otherwise = null;
        for (Flow flow : flows) {
            if (flow.isDefault()) {
                otherwise = flow;
            } else if (flow.condition().isEmpty()) {
                return Optional.of(flow);
            } else {
                Optional<Boolean> holds = Expressions.holds(flow.condition(), values);
                if (holds.isEmpty()) {
                    return null;
                }
                if (holds.get()) {
                    return Optional.of(flow);
                }
            }
        }
        return Optional.ofNullable(otherwise);
    }
}
