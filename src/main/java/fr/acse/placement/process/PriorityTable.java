package fr.acse.placement.process;

import fr.acse.placement.WaitingPriority;
import fr.acse.platform.engine.ModelExpressions;
import fr.acse.referral.Household;
import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/** The table {@code waiting-priority.dmn}, evaluated outside the process engine like {@link CriteriaTable}. */
final class PriorityTable implements WaitingPriority.Table {

    static final String ID = "waiting-priority";

    private static final DmnEngine ENGINE = ModelExpressions.decisions();

    private final DmnDecision decision;

    /**
     * @param dmn the table as XML
     * @throws CriteriaTable.NoTable if the decision is not a decision table
     */
    PriorityTable(InputStream dmn) {
        decision = ENGINE.parseDecision(ID, dmn);
        if (!decision.isDecisionTable()) {
            throw new CriteriaTable.NoTable();
        }
    }

    @Override
    public int points(boolean urgent, Household household, long days) {
        Map<String, Object> inputs = Map.of(
                "urgent", urgent,
                "pregnant", household.pregnant(),
                "babyCount", household.babyCount(),
                "childrenCount", household.childrenCount(),
                "daysWaiting", days);
        Object sum = ENGINE.evaluateDecisionTable(decision, inputs).getSingleEntry();
        return sum instanceof Number number ? number.intValue() : 0;
    }
}
