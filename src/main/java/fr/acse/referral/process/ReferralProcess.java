package fr.acse.referral.process;

import com.google.re2j.Pattern;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import fr.acse.referral.Outcome;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Model {@code referral.bpmn}. */
@Component
class ReferralProcess implements ProcessContract {

    static final String REFERRAL_WITHDRAWN = "acse.referralWithdrawn";
    static final String DANGER_ROSE = "acse.dangerRose";
    static final String CONFIDENTIALITY_BREACHED = "acse.confidentialityBreached";
    static final String SHE_LEFT = "acse.sheLeft";
    static final String SHE_DISAPPEARED = "acse.sheDisappeared";
    static final String SHE_WAS_EXCLUDED = "acse.sheWasExcluded";

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> FOR_ORGANISATION = Variable.code("forOrganisation");
    static final Variable<Integer> CHILDREN = Variable.number("childrenCount");
    static final Variable<Integer> BABIES = Variable.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = Variable.number("oldestChildAge");
    static final Variable<String> PREGNANCY = Variable.code("pregnancy");
    static final Variable<String> ACCESSIBILITY = Variable.code("accessibility");
    static final Variable<String> LANGUAGE = Variable.code("languageCode");
    /** Her guardian: none, asked before she leaves, or kept from it because the danger comes from there. */
    static final Variable<String> GUARDIAN = Variable.code("guardian");

    static final Variable<Boolean> COMMITMENT_FULL = Variable.flag("commitmentFull");
    static final Variable<Date> HOLD_EXPIRES_AT = Variable.moment("holdExpiresAt");
    static final Variable<Date> HOLD_WARNING_AT = Variable.moment("holdWarningAt");
    static final Variable<Boolean> HAS_PLACE = Variable.flag("hasPlace");
    static final Variable<String> AGREEMENT = Variable.code("agreement");
    static final Variable<String> ARRIVAL_DATE = Variable.code("arrivalDate");
    static final Variable<String> STAY = Variable.code("stay");
    static final Variable<String> BROKEN_CLAUSE = Variable.code("brokenClause");
    static final Variable<String> DANGER_RESPONSE = Variable.code("dangerResponse");
    static final Variable<String> NEW_DANGER_DEPARTMENT = Variable.code("newDangerDepartment");

    @Override
    public String processId() {
        return "referral";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "eligibility",
                        "procuring",
                        "act",
                        "means",
                        "interpreter",
                        "urgency",
                        "answerOutcome",
                        "shelterCode",
                        "shelterGroup",
                        "placeDecision",
                        "noPlaceDecision",
                        "emergencyDepartment",
                        "refusalMotive",
                        "transferOutcome",
                        "permitNeed"),
                DANGER_RESPONSE,
                LAST_HAND,
                AgreeArrivalProcess.LOSS_REPORTED_BY,
                OPERATOR_GROUP,
                FOR_ORGANISATION,
                CHILDREN,
                BABIES,
                OLDEST_CHILD_AGE,
                PREGNANCY,
                ACCESSIBILITY,
                LANGUAGE,
                GUARDIAN,
                COMMITMENT_FULL,
                HOLD_EXPIRES_AT,
                HOLD_WARNING_AT,
                HAS_PLACE,
                AGREEMENT,
                ARRIVAL_DATE,
                STAY,
                BROKEN_CLAUSE,
                NEW_DANGER_DEPARTMENT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                REFERRAL_WITHDRAWN, DANGER_ROSE, CONFIDENTIALITY_BREACHED, SHE_LEFT, SHE_DISAPPEARED, SHE_WAS_EXCLUDED);
    }

    @Override
    public Optional<Pattern> newOutcomes() {
        return Optional.of(Outcome.CODE);
    }

    @Override
    public Set<String> outcomes() {
        return Outcome.KNOWN.stream().map(Outcome::code).collect(Collectors.toUnmodifiableSet());
    }
}
