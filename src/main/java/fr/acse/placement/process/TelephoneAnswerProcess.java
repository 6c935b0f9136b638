package fr.acse.placement.process;

import fr.acse.codes.Groups;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code telephone-answer.bpmn}. */
@Component
class TelephoneAnswerProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("telephone-answer").startedBy(Groups.COORDINATION);

    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    static final Variable<String> OFFER_ANSWER = CONTRACT.code("offerAnswer");
    static final Variable<String> DECLINE_REASON = CONTRACT.code("declineReason");
    static final Variable<Instant> SAID_AT = CONTRACT.moment("saidAt");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
