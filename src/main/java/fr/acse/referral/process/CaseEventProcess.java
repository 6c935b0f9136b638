package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code case-event.bpmn}. */
@Component
class CaseEventProcess implements ProcessContract {

    static final Variable<String> EVENT_KIND = Variable.code("eventKind");

    /** Day from which she can come. */
    static final Variable<String> PARKED_UNTIL = Variable.code("parkedUntil");

    /** The stay, a feature above, waits for it. */
    static final String RELOCATION_NEEDED = "acse.relocationNeeded";

    /** The track of the residence permit, a feature above, waits for it. */
    static final String COMPLAINT_FILED = "acse.complaintFiled";

    @Override
    public String processId() {
        return "case-event";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), EVENT_KIND, PARKED_UNTIL);
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN,
                AgreeArrivalProcess.ARRIVAL_CHANGED,
                RELOCATION_NEEDED,
                ReferralProcess.DANGER_ROSE,
                ReferralProcess.CONFIDENTIALITY_BREACHED,
                COMPLAINT_FILED);
    }
}
