package fr.acse.referral.process;

import fr.acse.platform.engine.ModelExpressions;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.ModelTrial;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

/**
 * Evaluates {@code eligibility.dmn} with every combination of answers that the assessment form offers. Each combination must give exactly
 * one result. A person who is, or may be, under 18 must not be eligible, and neither must a woman to whom the criteria of the network do not
 * apply. A deployment whose table breaks this rule is refused.
 */
@Component
class EligibilityTrial implements ModelTrial {

    private static final DmnEngine ENGINE = ModelExpressions.decisions();
    private static final List<String> QUESTIONS =
            List.of("ageAssessment", "distanceNeeded", "dangerLevel", "procuring", "act", "means", "purpose");
    private static final Set<String> RESULTS = new TreeSet<>(Set.of("eligible", "childProtection", "notEligible"));
    private static final Set<String> NAMED_BY_LAW =
            Set.of("adult", "yes", "neither", "none", "procuring", "sexualAggression");
    private static final int MOST_TOLD = 3;

    @Override
    public String decision() {
        return "eligibility";
    }

    @Override
    public Set<String> questions() {
        return Set.copyOf(QUESTIONS);
    }

    @Override
    public Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered) {
        try {
            DmnDecision table =
                    ENGINE.parseDecision(decision(), new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return combinations(offered, xml).stream()
                    .flatMap(woman -> tried(file, table, woman).stream())
                    .limit(MOST_TOLD)
                    .toList()
                    .stream();
        } catch (DmnEngineException | FeelException | IllegalArgumentException e) {
            return Stream.of(Finding.ofFile("feel", file));
        }
    }

    private static List<Map<String, Object>> combinations(Map<String, Set<String>> offered, String xml) {
        List<Map<String, Object>> all = List.of(new LinkedHashMap<>());
        for (String question : QUESTIONS) {
            all = all.stream()
                    .flatMap(before -> distinguished(offered.getOrDefault(question, Set.of()), xml).stream()
                            .map(answer -> {
                                Map<String, Object> with = new LinkedHashMap<>(before);
                                with.put(question, answer);
                                return with;
                            }))
                    .toList();
        }
        return all;
    }

    /**
     * The answers to try. The answers that neither the table nor the law names give the same result, and the trial uses only one of them.
     */
    private static Set<String> distinguished(Set<String> answers, String xml) {
        Set<String> all = new TreeSet<>();
        Optional<String> other = Optional.empty();
        for (String answer : new TreeSet<>(answers)) {
            if (NAMED_BY_LAW.contains(answer) || xml.contains('"' + answer + '"')) {
                all.add(answer);
            } else {
                other = Optional.of(answer);
            }
        }
        other.ifPresent(all::add);
        return all;
    }

    private static Optional<Finding> tried(String file, DmnDecision table, Map<String, Object> woman) {
        DmnDecisionResult results;
        try {
            results = ENGINE.evaluateDecision(table, woman);
        } catch (DmnEngineException several) {
            return Optional.of(Finding.ofFile("decisionHole", file, told(woman)));
        }
        List<Object> given = new ArrayList<>();
        results.forEach(row -> given.add(row.getSingleEntry()));
        if (given.size() != 1 || given.get(0) == null) {
            return Optional.of(Finding.ofFile("decisionHole", file, told(woman)));
        }
        String result = Objects.toString(given.get(0));
        if (!RESULTS.contains(result)) {
            return Optional.of(Finding.ofFile("decisionValue", file, result, told(woman), String.join(", ", RESULTS)));
        }
        boolean adult = "adult".equals(woman.get("ageAssessment"));
        if (adult == result.equals("childProtection")) {
            return Optional.of(Finding.ofFile(adult ? "adult" : "minor", file, result, told(woman)));
        }
        return result.equals("eligible") && !isWhomTheNetworkIsFor(woman)
                ? Optional.of(Finding.ofFile("notEligible", file, told(woman)))
                : Optional.empty();
    }

    /** The network is for a victim of procuring or trafficking, in danger or highly vulnerable, who needs distance (design, seed page). */
    private static boolean isWhomTheNetworkIsFor(Map<String, Object> woman) {
        boolean trafficked = !"none".equals(woman.get("act"))
                && !"none".equals(woman.get("means"))
                && Set.of("procuring", "sexualAggression").contains(woman.get("purpose"));
        return "yes".equals(woman.get("distanceNeeded"))
                && !"neither".equals(woman.get("dangerLevel"))
                && ("yes".equals(woman.get("procuring")) || trafficked);
    }

    private static String told(Map<String, Object> woman) {
        return woman.entrySet().stream()
                .map(answer -> answer.getKey() + " = " + answer.getValue())
                .collect(Collectors.joining(", "));
    }
}
