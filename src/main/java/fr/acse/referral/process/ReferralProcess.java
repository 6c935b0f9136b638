package fr.acse.referral.process;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import fr.acse.referral.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables, messages and outcomes of the model {@code referral.bpmn}. */
@Component
class ReferralProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("referral")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION)
            .withChoices(
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
                    "permitNeed")
            .with(AgreeArrivalProcess.LOSS_REPORTED_BY)
            .withStartLists("associations")
            .withOutcomes(Outcome.KNOWN.stream().map(Outcome::code).toArray(String[]::new))
            .withNewOutcomes(Outcome.CODE);

    /** Login of the person who did a step that a second person must check. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String REFERRAL_WITHDRAWN = CONTRACT.message("acse.referralWithdrawn");
    static final String DANGER_ROSE = CONTRACT.message("acse.dangerRose");
    static final String CONFIDENTIALITY_BREACHED = CONTRACT.message("acse.confidentialityBreached");
    static final String SHE_LEFT = CONTRACT.message("acse.sheLeft");
    static final String SHE_DISAPPEARED = CONTRACT.message("acse.sheDisappeared");
    static final String SHE_WAS_EXCLUDED = CONTRACT.message("acse.sheWasExcluded");

    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");
    static final Variable<String> FOR_ORGANISATION = CONTRACT.code("forOrganisation");
    static final Variable<Integer> CHILDREN = CONTRACT.number("childrenCount");
    static final Variable<Integer> BABIES = CONTRACT.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = CONTRACT.number("oldestChildAge");
    static final Variable<Boolean> PREGNANCY = CONTRACT.yesNo("pregnancy");
    static final Variable<Boolean> ACCESSIBILITY = CONTRACT.yesNo("accessibility");
    static final Variable<String> LANGUAGE = CONTRACT.code("languageCode");
    /** The woman's guardian: none, asked before she leaves, or not told because the danger comes from the guardian. */
    static final Variable<String> GUARDIAN = CONTRACT.code("guardian");

    static final Variable<Boolean> COMMITMENT_FULL = CONTRACT.flag("commitmentFull");
    static final Variable<Instant> HOLD_EXPIRES_AT = CONTRACT.moment("holdExpiresAt");
    static final Variable<Instant> HOLD_WARNING_AT = CONTRACT.moment("holdWarningAt");
    static final Variable<Boolean> HAS_PLACE = CONTRACT.flag("hasPlace");
    static final Variable<String> AGREEMENT = CONTRACT.code("agreement");
    static final Variable<LocalDate> ARRIVAL_DATE = CONTRACT.day("arrivalDate");
    static final Variable<String> STAY = CONTRACT.code("stay");
    static final Variable<String> BROKEN_CLAUSE = CONTRACT.code("brokenClause");
    static final Variable<String> DANGER_RESPONSE = CONTRACT.code("dangerResponse");
    static final Variable<String> NEW_DANGER_DEPARTMENT = CONTRACT.code("newDangerDepartment");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
