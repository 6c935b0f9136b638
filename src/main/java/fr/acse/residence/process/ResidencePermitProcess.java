package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Model {@code residence-permit.bpmn}. */
@Component
class ResidencePermitProcess implements ProcessContract {

    static final String COMPLAINT_FILED = "acse.complaintFiled";

    private static final Pattern NEW_OUTCOME = Pattern.compile("[a-z][A-Za-z]{2,39}");
    private static final Set<String> OUTCOMES =
            Set.of("residentCard", "acquitted", "dismissed", "refused", "stopped", "stoppedBeforeApplying");

    /** What the ends of models without the property {@code outcome} mean. */
    static final Map<String, String> OUTCOMES_BEFORE =
            OUTCOMES.stream().collect(Collectors.toUnmodifiableMap(outcome -> "end_" + outcome, outcome -> outcome));

    /** The route that is looked at when this one has ended. */
    static final Variable<String> OTHER_ROUTE = Variable.code("otherRoute").ofModels();

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> RULES = Variable.code("permitRules");
    static final Variable<String> DECIDED_ON = Variable.code("decidedOn");
    static final Variable<Integer> MONTHS = Variable.number("permitMonths");
    static final Variable<Date> RENEWAL_DUE_ON = Variable.moment("renewalDueOn");
    static final Variable<Date> ENDS_ON = Variable.moment("permitEndsOn");
    static final Variable<String> END_DATE = Variable.code("permitEndDate");
    static final Variable<String> RENEWAL = Variable.code("renewal");
    static final Variable<String> PROCEEDINGS = Variable.code("proceedings");
    static final Variable<String> CARD = Variable.code("card");

    @Override
    public String processId() {
        return "residence-permit";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "stage",
                        "complaint",
                        "appliedOn",
                        "domicile",
                        "decision",
                        "renewalFiledOn",
                        "lapseAction",
                        "appeal",
                        "appealDecidedOn"),
                OTHER_ROUTE,
                OPERATOR_GROUP,
                RULES,
                DECIDED_ON,
                MONTHS,
                RENEWAL_DUE_ON,
                ENDS_ON,
                END_DATE,
                RENEWAL,
                PROCEEDINGS,
                CARD);
    }

    @Override
    public Set<String> messages() {
        return Set.of(COMPLAINT_FILED);
    }

    @Override
    public Optional<Pattern> newOutcomes() {
        return Optional.of(NEW_OUTCOME);
    }

    @Override
    public Set<String> outcomes() {
        return OUTCOMES;
    }
}
