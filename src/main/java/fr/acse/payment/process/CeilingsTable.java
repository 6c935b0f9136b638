package fr.acse.payment.process;

import fr.acse.payment.Cents;
import fr.acse.payment.CostKind;
import fr.acse.payment.TravelCeilings;
import fr.acse.platform.engine.ModelExpressions;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/** The decision table {@code travel-ceilings.dmn}, evaluated outside the process engine for each line of a claim. */
final class CeilingsTable implements TravelCeilings.Table {

    static final String ID = "travel-ceilings";

    private static final DmnEngine ENGINE = ModelExpressions.decisions();

    private final DmnDecision decision;

    /** @param dmn the decision table as XML */
    CeilingsTable(InputStream dmn) {
        decision = ENGINE.parseDecision(ID, dmn);
    }

    @Override
    public Optional<Cents> ceiling(CostKind kind, String traveller, LocalDate day) {
        Map<String, Object> inputs = Map.of("costKind", kind.code(), "traveller", traveller, "spentOn", day.toString());
        Object euros = ENGINE.evaluateDecisionTable(decision, inputs).getSingleEntry();
        return euros instanceof Number number ? Optional.of(Cents.ofEuros("Ceiling", number)) : Optional.empty();
    }
}
