package fr.acse.placement.process;

import fr.acse.placement.Criteria;
import fr.acse.placement.ShelterCriteria;
import fr.acse.placement.ShelterCriteria.Unmet;
import fr.acse.referral.Household;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * The table {@code shelter-criteria.dmn}, evaluated outside the process engine: a search asks it for hundreds of shelters, and
 * none of these answers belongs into the history. It speaks FEEL only, which reaches nothing but its inputs.
 */
public final class CriteriaTable implements ShelterCriteria.Table {

    static final String ID = "shelter-criteria";

    private static final String FEEL = "feel";
    private static final DmnEngine ENGINE = engine();

    private final DmnDecision decision;

    /** @param dmn the table as XML */
    public CriteriaTable(InputStream dmn) {
        decision = ENGINE.parseDecision(ID, dmn);
    }

    @Override
    public List<Unmet> unmet(Household household, Criteria criteria) {
        Map<String, Object> inputs = Map.ofEntries(
                Map.entry("childrenCount", household.childrenCount()),
                Map.entry("oldestChildAge", household.oldestChildAge()),
                Map.entry("babyCount", household.babyCount()),
                Map.entry("pregnant", household.pregnant()),
                Map.entry("stepFreeNeeded", household.stepFree()),
                Map.entry("acceptsChildren", criteria.acceptsChildren()),
                Map.entry("maxChildAge", criteria.maxChildAge()),
                Map.entry("cots", criteria.cots()),
                Map.entry("acceptsPregnancy", criteria.acceptsPregnancy()),
                Map.entry("stepFree", criteria.stepFree()),
                Map.entry("speaksHerLanguage", criteria.speaks(household.language())));
        return ENGINE.evaluateDecisionTable(decision, inputs).stream()
                .map(row -> new Unmet(row.getEntry("criterion"), !"ranksLower".equals(row.getEntry("effect"))))
                .toList();
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
        configuration.setDefaultLiteralExpressionLanguage(FEEL);
        configuration.setElProvider(expression -> {
            throw new IllegalArgumentException(ID + ".dmn takes FEEL only");
        });
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalArgumentException(ID + ".dmn takes FEEL only");
        });
        return configuration.buildEngine();
    }
}
