package fr.acse.residence.process;

import com.google.re2j.Pattern;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Model {@code residence-permit.bpmn}: one track. */
@Component
class ResidencePermitProcess implements ProcessContract {

    static final String ID = "residence-permit";
    static final String COMPLAINT_FILED = "acse.complaintFiled";
    static final String TRACK_BEGINS = "acse.trackBegins";
    static final String TITLE_CHANGED = "acse.titleChanged";

    private static final Pattern NEW_OUTCOME = Pattern.compile("[a-z][A-Za-z]{2,39}");
    private static final Set<String> OUTCOMES =
            Set.of("noneNeeded", "lastingTitle", "groundGone", "refused", "stopped", "stoppedBeforeApplying");

    /** What the ends of models without the property {@code outcome} mean. */
    static final Map<String, String> OUTCOMES_BEFORE = Stream.of(
                    "residentCard", "acquitted", "dismissed", "refused", "stopped", "stoppedBeforeApplying")
            .collect(Collectors.toUnmodifiableMap(outcome -> "end_" + outcome, Function.identity()));

    static final Variable<String> COMPLAINT = Variable.code("complaint");
    static final Variable<String> PATHWAY = Variable.code("pathway");
    static final Variable<String> FOLLOWED_BY = Variable.code("followedBy");
    static final Variable<String> ORGANISATION_CODE = Variable.code("organisationCode");

    /** Whether she gets the AFIS allowance. */
    static final Variable<String> AFIS = Variable.code("afis");

    /** How a title goes on when its holder is asked. */
    static final Variable<String> TITLE_GOES_ON = Variable.code("titleGoesOn");

    // Of models in which a track was one process.
    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> DECIDED_ON = Variable.code("decidedOn");
    static final Variable<Integer> MONTHS = Variable.number("permitMonths");
    static final Variable<String> RENEWAL = Variable.code("renewal");
    static final Variable<String> PROCEEDINGS = Variable.code("proceedings");
    static final Variable<String> CARD = Variable.code("card");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                Stream.concat(
                        ProcessContract.codes(
                                "stage",
                                "appliedOn",
                                "domicile",
                                "renewalFiledOn",
                                "lapseAction",
                                "appeal",
                                "appealDecidedOn"),
                        PermitVariables.ofTitle()),
                PermitVariables.DECISION,
                PermitVariables.FILING,
                PROCEEDINGS,
                PermitVariables.NEXT_ROUTE,
                COMPLAINT,
                PATHWAY,
                AFIS,
                FOLLOWED_BY,
                ORGANISATION_CODE,
                TITLE_GOES_ON,
                OPERATOR_GROUP,
                DECIDED_ON,
                MONTHS,
                RENEWAL,
                CARD);
    }

    @Override
    public Set<String> messages() {
        return Set.of(COMPLAINT_FILED, TRACK_BEGINS, TITLE_CHANGED);
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
