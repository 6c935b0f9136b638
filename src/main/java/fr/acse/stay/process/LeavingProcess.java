package fr.acse.stay.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code leaving.bpmn}. */
@Component
class LeavingProcess implements ProcessContract {

    static final String ID = "leaving";
    static final String PROPOSAL_OVER = "acse.proposalOver";

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> KIND = Variable.code("leavingKind");
    static final Variable<String> TO = Variable.code("leavingTo");
    static final Variable<String> DAY = Variable.code("leavingDay");
    static final Variable<String> NEXT_CONTACT_DAY = Variable.code("nextContactDay");
    static final Variable<Date> NEXT_CONTACT_AT = Variable.moment("nextContactAt");
    static final Variable<String> BROKEN_CLAUSE = Variable.code("brokenClause");
    static final Variable<String> PROPOSED_BY = Variable.code("leavingProposedBy");
    static final Variable<String> ANSWER = Variable.code("leavingAnswer");
    static final Variable<String> TRACE_RESULT = Variable.code("traceResult");
    static final Variable<String> SAFETY_ALERT = Variable.code("safetyAlert");
    static final Variable<Date> TRACING_ENDS_AT = Variable.moment("tracingEndsAt");
    static final Variable<Boolean> TRACING_OVER = Variable.flag("tracingOver");
    static final Variable<String> DECISION = Variable.code("exclusionDecision");

    /** What the start form says of a woman who leaves. */
    static Map<String, Object> leaves(String reference, String to, String day) {
        return Map.of(
                ProcessContract.CASE_REFERENCE.name(),
                reference,
                KIND.name(),
                "leaves",
                TO.name(),
                to,
                DAY.name(),
                day);
    }

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(),
                SAFETY_ALERT,
                OPERATOR_GROUP,
                KIND,
                TO,
                DAY,
                NEXT_CONTACT_DAY,
                NEXT_CONTACT_AT,
                BROKEN_CLAUSE,
                PROPOSED_BY,
                ANSWER,
                TRACE_RESULT,
                TRACING_ENDS_AT,
                TRACING_OVER,
                DECISION);
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                PROPOSAL_OVER,
                StayProcess.SHE_LEFT,
                StayProcess.SHE_DISAPPEARED,
                StayProcess.SHE_WAS_EXCLUDED,
                StayProcess.RELOCATION_NEEDED,
                "acse.referralWithdrawn");
    }
}
