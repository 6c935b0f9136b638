package fr.acse.referral.process;

import fr.acse.codes.Login;
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

    @Override
    public String processId() {
        return "agree-arrival";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "operatorGroup",
                        "shelterCode",
                        "shelterGroup",
                        "placeDecision",
                        "transferOutcome",
                        "arrivalProcedure",
                        "refusal",
                        "loss"),
                HOLD_EXPIRES_AT,
                HOLD_WARNING_AT,
                AGREEMENT,
                LOSS_REPORTED_BY,
                ARRIVAL_DATE,
                INTERVIEW_DATE);
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
