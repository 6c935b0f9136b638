package fr.acse.stay.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code leaving.bpmn}. */
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
    static final Variable<LocalDate> DAY = CONTRACT.day("leavingDay");
    static final Variable<LocalDate> NEXT_CONTACT_DAY = CONTRACT.day("nextContactDay");
    static final Variable<Instant> NEXT_CONTACT_AT = CONTRACT.moment("nextContactAt");
    static final Variable<String> BROKEN_CLAUSE = CONTRACT.code("brokenClause");
    static final Variable<String> PROPOSED_BY = CONTRACT.code("leavingProposedBy");
    static final Variable<String> ANSWER = CONTRACT.code("leavingAnswer");
    static final Variable<String> TRACE_RESULT = CONTRACT.code("traceResult");
    static final Variable<String> SAFETY_ALERT = CONTRACT.code("safetyAlert");
    static final Variable<Instant> TRACING_ENDS_AT = CONTRACT.moment("tracingEndsAt");
    static final Variable<Boolean> TRACING_OVER = CONTRACT.flag("tracingOver");
    static final Variable<String> DECISION = CONTRACT.code("exclusionDecision");

    /** The values of the start form for the proposal that the woman leaves. */
    static Map<String, Object> leaves(String reference, String to, LocalDate day) {
        return Variable.values(
                ProcessContract.CASE_REFERENCE.with(new CaseReference(reference)),
                KIND.with("leaves"),
                TO.with(to),
                DAY.with(day));
    }

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
