package fr.acse.placement.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.re2j.Pattern;
import fr.acse.placement.Criteria;
import fr.acse.placement.ShelterCriteria;
import fr.acse.placement.ShelterCriteria.Unmet;
import fr.acse.platform.engine.ModelExpressions;
import fr.acse.platform.model.Names;
import fr.acse.referral.Household;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The table {@code shelter-criteria.dmn}, evaluated outside the process engine. A search evaluates the table for hundreds of shelters, and
 * the history of the engine must not store the results. The table uses only FEEL, which can read nothing but the inputs. Results are cached
 * by the inputs that the table uses, because each evaluation takes half a millisecond.
 */
public final class CriteriaTable implements ShelterCriteria.Table {

    static final String ID = "shelter-criteria";

    private static final String LEAVES_OUT = "leavesOut";
    private static final Set<String> EFFECTS = Set.of(LEAVES_OUT, "ranksLower");
    private static final DmnEngine ENGINE = ModelExpressions.decisions();
    private static final Pattern QUOTED = Pattern.compile("\"(\\\\.|[^\"])*\"");
    private static final Set<String> WORDS_OF_FEEL = Set.of(
            "true", "false", "null", "and", "or", "not", "if", "then", "else", "in", "between", "list", "string",
            "upper", "lower", "starts", "ends");
    private static final Set<String> INPUTS = inputs(
                    new Household(0, 0, 0, false, false, ""), new Criteria(false, 0, 0, false, false, ""))
            .keySet();
    private static final int MOST_REMEMBERED = 10_000;

    /** Thrown if the decision is not a decision table. */
    static final class NoTable extends IllegalArgumentException {}

    /** Thrown if a matching row names no criterion or has an unknown effect. */
    static final class UnknownEffect extends IllegalStateException {

        private final String criterion;
        private final String effect;

        UnknownEffect(String criterion, String effect) {
            super("The criterion \"" + criterion + "\" has the effect \"" + effect + "\"");
            this.criterion = criterion;
            this.effect = effect;
        }

        String criterion() {
            return criterion;
        }

        String effect() {
            return effect;
        }
    }

    private final DmnDecision decision;
    private final Set<String> used;
    private final Cache<Map<String, Object>, List<Unmet>> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    /**
     * @param dmn the table as XML
     * @throws IllegalArgumentException if the decision is not a decision table
     */
    public CriteriaTable(InputStream dmn) {
        byte[] xml = bytes(dmn);
        decision = ENGINE.parseDecision(ID, new ByteArrayInputStream(xml));
        if (!decision.isDecisionTable()) {
            throw new NoTable();
        }
        used = words(Dmn.readModelFromStream(new ByteArrayInputStream(xml))).collect(Collectors.toSet());
    }

    /** @throws UnknownEffect if a matching row names no criterion or has an unknown effect */
    @Override
    public List<Unmet> unmet(Household household, Criteria criteria) {
        Map<String, Object> inputs = inputs(household, criteria);
        inputs.keySet().retainAll(used);
        return remembered.get(inputs, this::evaluate);
    }

    /** Unknown names in the expressions of the table. FEEL reads an unknown name as null, so a row with such a name never matches. */
    Set<String> unknownWords() {
        return used.stream()
                .filter(word -> !INPUTS.contains(word) && !WORDS_OF_FEEL.contains(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static byte[] bytes(InputStream dmn) {
        try (dmn) {
            return dmn.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(DmnModelInstance table) {
        return Stream.of(InputExpression.class, InputEntry.class, OutputEntry.class)
                .flatMap(kind -> table.getModelElementsByType(kind).stream())
                .map(ModelElementInstance::getTextContent)
                .flatMap(text -> Names.in(QUOTED.matcher(text).replaceAll(" ")).stream())
                .filter(name -> !name.isNumber() && !name.isCalled())
                .map(Names::text);
    }

    private static Map<String, Object> inputs(Household household, Criteria criteria) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("childrenTakenIn", household.childrenCount() == 0 || criteria.acceptsChildren());
        inputs.put(
                "eldestTakenIn",
                household.childrenCount() == 0 || household.oldestChildAge() <= criteria.maxChildAge());
        inputs.put("cotsSuffice", household.babyCount() <= criteria.cots());
        inputs.put("pregnancyTakenIn", !household.pregnant() || criteria.acceptsPregnancy());
        inputs.put("stepFreeAsNeeded", !household.stepFree() || criteria.stepFree());
        inputs.put("languageSpoken", criteria.speaks(household.language()));
        inputs.put("childrenCount", household.childrenCount());
        inputs.put("oldestChildAge", household.oldestChildAge());
        inputs.put("babyCount", household.babyCount());
        inputs.put("pregnant", household.pregnant());
        inputs.put("stepFreeNeeded", household.stepFree());
        inputs.put("acceptsChildren", criteria.acceptsChildren());
        inputs.put("maxChildAge", criteria.maxChildAge());
        inputs.put("cots", criteria.cots());
        inputs.put("acceptsPregnancy", criteria.acceptsPregnancy());
        inputs.put("stepFree", criteria.stepFree());
        return inputs;
    }

    private List<Unmet> evaluate(Map<String, Object> inputs) {
        return ENGINE.evaluateDecisionTable(decision, inputs).stream()
                .map(DmnDecisionRuleResult::getEntryMap)
                .map(row -> checked(text(row, "criterion"), text(row, "effect")))
                .toList();
    }

    private static String text(Map<String, Object> row, String output) {
        return Objects.toString(row.get(output), "");
    }

    private static Unmet checked(String criterion, String effect) {
        if (criterion.isBlank() || !EFFECTS.contains(effect)) {
            throw new UnknownEffect(criterion, effect);
        }
        return new Unmet(criterion, effect.equals(LEAVES_OUT));
    }
}
