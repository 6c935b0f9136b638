package fr.acse.referral.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code case-event.bpmn}. */
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

    /** Day from which the woman can come to a shelter. */
    static final Variable<LocalDate> PARKED_UNTIL = CONTRACT.day("parkedUntil");

    /** What the escort of a journey said by telephone. */
    static final Variable<String> ESCORT_REPORT = CONTRACT.code("escortReport");

    static final Variable<Instant> NEW_ARRIVAL_AT = CONTRACT.moment("newArrivalAt");

    /** Message that the process of the journey waits for. The journey belongs to a feature above this package. */
    static final String ESCORT_CALLED = CONTRACT.message("acse.escortCalled");

    /** Message that the process of the stay waits for. The process of the stay belongs to a feature above this package. */
    static final String RELOCATION_NEEDED = CONTRACT.message("acse.relocationNeeded");

    /** Message that the track of the residence permit waits for. The track belongs to a feature above this package. */
    static final String COMPLAINT_FILED = CONTRACT.message("acse.complaintFiled");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
