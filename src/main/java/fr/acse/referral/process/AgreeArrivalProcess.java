package fr.acse.referral.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code agree-arrival.bpmn}. */
@Component
class AgreeArrivalProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("agree-arrival")
            .withChoices(
                    "operatorGroup",
                    "shelterGroup",
                    "placeDecision",
                    "transferOutcome",
                    "arrivalProcedure",
                    "refusal",
                    "loss")
            .with(Variable.flag("addressGivenUp"))
            .withErrors("acse.placeLost")
            .withOutcomes("lost");

    /** Login of the person who did a step that a second person must check. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final String ARRIVAL_CHANGED = CONTRACT.message("acse.arrivalChanged");
    static final String LOSS_REPORTER = "lossReportedBy";
    static final String ACCEPTANCE_WITHDRAWN = CONTRACT.message("acse.acceptanceWithdrawn");

    static final Variable<Instant> HOLD_EXPIRES_AT = CONTRACT.moment("holdExpiresAt");
    static final Variable<Instant> HOLD_WARNING_AT = CONTRACT.moment("holdWarningAt");
    static final Variable<String> AGREEMENT = CONTRACT.code("agreement");
    /** Login of the person who reported that the shelter withdraws its acceptance. */
    static final Variable<Login> LOSS_REPORTED_BY = CONTRACT.login(LOSS_REPORTER);

    static final Variable<LocalDate> ARRIVAL_DATE = CONTRACT.day("arrivalDate");

    /** Day from which the woman can come, if the shelter needs another date. Only the forms use it. */
    static final Variable<LocalDate> OTHER_DAY = CONTRACT.day("otherDay");

    static final Variable<LocalDate> INTERVIEW_DATE = CONTRACT.day("interviewDate");
    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    static final Variable<LocalDate> INTERVIEW_HELD_ON = CONTRACT.day("interviewHeldOn");
    static final Variable<String> INTERVIEW_MANNER = CONTRACT.choice("interviewManner");
    static final Variable<String> INTERVIEW_INTERPRETER = CONTRACT.choice("interviewInterpreter");
    static final Variable<Integer> STAY_MONTHS = CONTRACT.number("stayMonths");
    static final Variable<Boolean> RULES_EXPLAINED = CONTRACT.yesNo("rulesExplained");
    static final Variable<Boolean> COMMITMENT_AGAIN = CONTRACT.yesNo("commitmentAgain");
    static final Variable<String> INTERVIEW_RESULT = CONTRACT.code("interviewResult");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
