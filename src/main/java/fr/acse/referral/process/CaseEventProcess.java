package fr.acse.referral.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Model {@code case-event.bpmn}. */
@Component
class CaseEventProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("case-event")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withMessages(
                    AgreeArrivalProcess.ACCEPTANCE_WITHDRAWN,
                    AgreeArrivalProcess.ARRIVAL_CHANGED,
                    ReferralProcess.DANGER_ROSE,
                    ReferralProcess.CONFIDENTIALITY_BREACHED);

    static final Variable<String> EVENT_KIND = CONTRACT.code("eventKind");

    /** Day from which she can come. */
    static final Variable<LocalDate> PARKED_UNTIL = CONTRACT.day("parkedUntil");

    /** The process of the stay, a feature above this one, waits for this message. */
    static final String RELOCATION_NEEDED = CONTRACT.message("acse.relocationNeeded");

    /** The track of the residence permit, a feature above this one, waits for this message. */
    static final String COMPLAINT_FILED = CONTRACT.message("acse.complaintFiled");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
