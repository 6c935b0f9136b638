package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code orientation.bpmn}. */
@Component
class OrientationProcess implements ProcessContract {

    /** The timer that is the 48-hour clock. */
    static final String CLOCK = "timer_answerDue";

    static final Variable<Date> ANSWER_DUE_AT = Variable.moment("answerDueAt");
    static final Variable<Integer> CHILDREN = Variable.number("childrenCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = Variable.number("oldestChildAge");
    static final Variable<Integer> BABIES = Variable.number("babyCount");
    static final Variable<Integer> CANDIDATE_COUNT = Variable.number("candidateCount");
    static final Variable<String> ASK_HOW = Variable.code("askHow");
    static final Variable<String> CHOSEN_SHELTERS = Variable.code("chosenShelters");
    static final Variable<Integer> OFFER_COUNT = Variable.number("offerCount");
    static final Variable<Boolean> PLACE_HELD = Variable.flag("placeHeld");
    static final Variable<String> OFFER_ID = Variable.code("offerId");
    static final Variable<String> OFFER_ANSWER = Variable.code("offerAnswer");
    static final Variable<String> DECLINE_REASON = Variable.code("declineReason");
    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    static final Variable<String> SHELTER_GROUP = Variable.code("shelterGroup");
    static final Variable<String> ANSWER_DECISION = Variable.code("answerDecision");
    static final Variable<String> WITHOUT_SHELTER = Variable.code("withoutShelterDecision");
    static final Variable<String> RELAXED_CONSTRAINT = Variable.code("relaxedConstraint");
    static final Variable<String> EMERGENCY_DEPARTMENT = Variable.code("emergencyDepartment");
    static final Variable<String> REFUSAL_MOTIVE = Variable.code("refusalMotive");
    static final Variable<String> LATE_REASON = Variable.code("lateReason");
    static final Variable<ShelterCode> FREED_SHELTER = Variable.shelter("freedShelter");
    static final Variable<Boolean> FREED_PLACE_FITS = Variable.flag("freedPlaceFits");
    static final Variable<Date> OFFER_EXPIRES_AT = Variable.moment("offerExpiresAt");
    static final Variable<Date> SAID_AT = Variable.moment("saidAt");
    static final Variable<Date> OFFER_WARNING_AT = Variable.moment("offerWarningAt");
    static final Variable<Date> HOLD_EXPIRES_AT = Variable.moment("holdExpiresAt");
    static final Variable<Date> HOLD_WARNING_AT = Variable.moment("holdWarningAt");
    static final Variable<String> URGENCY = Variable.code("urgency");
    static final Variable<String> ANSWER_OUTCOME = Variable.code("answerOutcome");

    static final String ANSWERED_BY_TELEPHONE = "acse.answeredByTelephone";
    static final String NEEDS_CHANGED = "acse.needsChanged";
    static final String ACCEPTANCE_WITHDRAWN = "acse.acceptanceWithdrawn";
    static final String PLACE_FREED = "acse.placeFreed";

    @Override
    public String processId() {
        return "orientation";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "operatorGroup", "pregnancy", "accessibility", "languageCode", "lateAction", "reminderAction"),
                ANSWER_DUE_AT,
                CHILDREN,
                BABIES,
                OLDEST_CHILD_AGE,
                CANDIDATE_COUNT,
                ASK_HOW,
                CHOSEN_SHELTERS,
                OFFER_COUNT,
                PLACE_HELD,
                OFFER_ID,
                OFFER_ANSWER,
                DECLINE_REASON,
                SHELTER_CODE,
                SHELTER_GROUP,
                ANSWER_DECISION,
                WITHOUT_SHELTER,
                RELAXED_CONSTRAINT,
                REFUSAL_MOTIVE,
                EMERGENCY_DEPARTMENT,
                LATE_REASON,
                FREED_SHELTER,
                FREED_PLACE_FITS,
                OFFER_EXPIRES_AT,
                OFFER_WARNING_AT,
                SAID_AT,
                HOLD_EXPIRES_AT,
                HOLD_WARNING_AT,
                URGENCY,
                ANSWER_OUTCOME);
    }

    @Override
    public Set<String> messages() {
        return Set.of(ACCEPTANCE_WITHDRAWN, PLACE_FREED, ANSWERED_BY_TELEPHONE, NEEDS_CHANGED);
    }
}
