package fr.acse.placement.process;

import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code telephone-answer.bpmn}. */
@Component
class TelephoneAnswerProcess implements ProcessContract {

    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    static final Variable<String> OFFER_ANSWER = Variable.code("offerAnswer");
    static final Variable<String> DECLINE_REASON = Variable.code("declineReason");
    static final Variable<Date> SAID_AT = Variable.moment("saidAt");

    @Override
    public String processId() {
        return "telephone-answer";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), SHELTER_CODE, OFFER_ANSWER, DECLINE_REASON, SAID_AT);
    }
}
