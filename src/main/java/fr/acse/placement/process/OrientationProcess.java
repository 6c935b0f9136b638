package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code orientation.bpmn}. */
@Component
class OrientationProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("orientation")
            .with(Variable.login("lossReportedBy"))
            .withChoices("operatorGroup", "pregnancy", "accessibility", "languageCode", "reminderAction");

    /** Id of the timer for the 48-hour deadline. */
    static final String CLOCK = "timer_answerDue";

    /** What a supervisor does about a late request: coordinationCalled or answeredMyself. */
    static final Variable<String> LATE_ACTION = CONTRACT.code("lateAction");

    static final Variable<Instant> ANSWER_DUE_AT = CONTRACT.moment("answerDueAt");
    /** Whether the answer is late. Forms ask for the reason only then. */
    static final Variable<String> ANSWER_STANDING = CONTRACT.code("answerStanding");

    static final Variable<Integer> CHILDREN = CONTRACT.number("childrenCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = CONTRACT.number("oldestChildAge");
    static final Variable<Integer> BABIES = CONTRACT.number("babyCount");
    static final Variable<Integer> CANDIDATE_COUNT = CONTRACT.number("candidateCount");
    static final Variable<String> ASK_HOW = CONTRACT.code("askHow");
    static final Variable<String> CHOSEN_SHELTERS = CONTRACT.code("chosenShelters");
    static final Variable<Integer> OFFER_COUNT = CONTRACT.number("offerCount");
    static final Variable<Boolean> PLACE_HELD = CONTRACT.flag("placeHeld");
    static final Variable<String> OFFER_ID = CONTRACT.code("offerId");
    static final Variable<String> OFFER_ANSWER = CONTRACT.code("offerAnswer");
    static final Variable<String> DECLINE_REASON = CONTRACT.code("declineReason");
    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    static final Variable<String> SHELTER_GROUP = CONTRACT.code("shelterGroup");
    static final Variable<String> ANSWER_DECISION = CONTRACT.code("answerDecision");
    static final Variable<String> WITHOUT_SHELTER = CONTRACT.code("withoutShelterDecision");
    static final Variable<String> RELAXED_CONSTRAINT = CONTRACT.code("relaxedConstraint");
    static final Variable<String> EMERGENCY_DEPARTMENT = CONTRACT.code("emergencyDepartment");
    static final Variable<String> REFUSAL_MOTIVE = CONTRACT.code("refusalMotive");
    static final Variable<String> LATE_REASON = CONTRACT.code("lateReason");
    static final Variable<ShelterCode> FREED_SHELTER = CONTRACT.shelter("freedShelter");
    static final Variable<Boolean> FREED_PLACE_FITS = CONTRACT.flag("freedPlaceFits");
    static final Variable<Instant> OFFER_EXPIRES_AT = CONTRACT.moment("offerExpiresAt");
    static final Variable<Instant> SAID_AT = CONTRACT.moment("saidAt");
    static final Variable<Instant> OFFER_WARNING_AT = CONTRACT.moment("offerWarningAt");
    static final Variable<Instant> HOLD_EXPIRES_AT = CONTRACT.moment("holdExpiresAt");
    static final Variable<Instant> HOLD_WARNING_AT = CONTRACT.moment("holdWarningAt");
    static final Variable<String> URGENCY = CONTRACT.code("urgency");
    static final Variable<String> ANSWER_OUTCOME = CONTRACT.code("answerOutcome");

    static final String ANSWERED_BY_TELEPHONE = CONTRACT.message("acse.answeredByTelephone");
    static final String NEEDS_CHANGED = CONTRACT.message("acse.needsChanged");
    static final String ACCEPTANCE_WITHDRAWN = CONTRACT.message("acse.acceptanceWithdrawn");
    static final String REQUEST_REMINDED = CONTRACT.message("acse.requestReminded");
    static final String PLACE_FREED = CONTRACT.message("acse.placeFreed");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
