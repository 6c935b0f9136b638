package fr.acse.stay.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Model {@code leaving.bpmn}. */
@Component
class LeavingProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("leaving")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withMessages(
                    StayProcess.SHE_LEFT,
                    StayProcess.SHE_DISAPPEARED,
                    StayProcess.SHE_WAS_EXCLUDED,
                    StayProcess.RELOCATION_NEEDED,
                    "acse.referralWithdrawn");

    static final String ID = "leaving";
    static final String PROPOSAL_OVER = CONTRACT.message("acse.proposalOver");

    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");
    static final Variable<String> KIND = CONTRACT.code("leavingKind");
    static final Variable<String> TO = CONTRACT.code("leavingTo");
    static final Variable<String> DAY = CONTRACT.code("leavingDay");
    static final Variable<String> NEXT_CONTACT_DAY = CONTRACT.code("nextContactDay");
    static final Variable<Date> NEXT_CONTACT_AT = CONTRACT.moment("nextContactAt");
    static final Variable<String> BROKEN_CLAUSE = CONTRACT.code("brokenClause");
    static final Variable<String> PROPOSED_BY = CONTRACT.code("leavingProposedBy");
    static final Variable<String> ANSWER = CONTRACT.code("leavingAnswer");
    static final Variable<String> TRACE_RESULT = CONTRACT.code("traceResult");
    static final Variable<String> SAFETY_ALERT = CONTRACT.code("safetyAlert");
    static final Variable<Date> TRACING_ENDS_AT = CONTRACT.moment("tracingEndsAt");
    static final Variable<Boolean> TRACING_OVER = CONTRACT.flag("tracingOver");
    static final Variable<String> DECISION = CONTRACT.code("exclusionDecision");

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
    public ProcessContract contract() {
        return CONTRACT;
    }
}
