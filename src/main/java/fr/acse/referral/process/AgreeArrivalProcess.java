package fr.acse.referral.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code agree-arrival.bpmn}. */
@Component
class AgreeArrivalProcess implements ProcessContract {

    static final String ARRIVAL_CHANGED = "acse.arrivalChanged";
    static final String LOSS_REPORTER = "lossReportedBy";
    static final String ACCEPTANCE_WITHDRAWN = "acse.acceptanceWithdrawn";

    static final Variable<Date> HOLD_EXPIRES_AT = Variable.moment("holdExpiresAt");
    static final Variable<Date> HOLD_WARNING_AT = Variable.moment("holdWarningAt");
    static final Variable<String> AGREEMENT = Variable.code("agreement");
    /** Who said that the shelter takes its yes back. */
    static final Variable<Login> LOSS_REPORTED_BY = Variable.login(LOSS_REPORTER);

    static final Variable<String> ARRIVAL_DATE = Variable.code("arrivalDate");
    static final Variable<String> INTERVIEW_DATE = Variable.code("interviewDate");
    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    static final Variable<String> INTERVIEW_HELD_ON = Variable.code("interviewHeldOn");
    static final Variable<String> INTERVIEW_MANNER =
            Variable.code("interviewManner").ofModels();
    static final Variable<String> INTERVIEW_INTERPRETER =
            Variable.code("interviewInterpreter").ofModels();
    static final Variable<Integer> STAY_MONTHS = Variable.number("stayMonths");
    static final Variable<String> RULES_EXPLAINED = Variable.code("rulesExplained");
    static final Variable<String> COMMITMENT_AGAIN = Variable.code("commitmentAgain");
    static final Variable<String> INTERVIEW_RESULT = Variable.code("interviewResult");

    @Override
    public String processId() {
        return "agree-arrival";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "operatorGroup",
                        "shelterGroup",
                        "placeDecision",
                        "transferOutcome",
                        "arrivalProcedure",
                        "refusal",
                        "loss"),
                HOLD_EXPIRES_AT,
                HOLD_WARNING_AT,
                AGREEMENT,
                LAST_HAND,
                LOSS_REPORTED_BY,
                Variable.flag("addressGivenUp"),
                ARRIVAL_DATE,
                INTERVIEW_DATE,
                SHELTER_CODE,
                INTERVIEW_HELD_ON,
                INTERVIEW_MANNER,
                INTERVIEW_INTERPRETER,
                STAY_MONTHS,
                RULES_EXPLAINED,
                COMMITMENT_AGAIN,
                INTERVIEW_RESULT);
    }

    @Override
    public Set<String> errors() {
        return Set.of("acse.placeLost");
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("lost");
    }

    @Override
    public Set<String> messages() {
        return Set.of(ACCEPTANCE_WITHDRAWN, ARRIVAL_CHANGED);
    }
}
