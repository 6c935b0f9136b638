package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Model {@code permit-request.bpmn}: one request to the prefecture, until it is granted or no appeal is left. */
@Component
class PermitRequestProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("permit-request")
            .withChoices("appeal", "receiptGiven")
            .with(PermitVariables.OF_TITLE)
            .with(PermitVariables.DECISION, PermitVariables.FILING);

    static final String ID = "permit-request";

    static final Variable<String> APPLIED_ON = CONTRACT.code("appliedOn");
    static final Variable<String> DOMICILE = CONTRACT.code("domicile");
    static final Variable<String> CERTIFICATE_UNTIL = CONTRACT.code("certificateUntil");
    /** Day from which an answer is awaited. */
    static final Variable<String> AWAITED_FROM = CONTRACT.code("awaitedFrom");

    static final Variable<Date> SILENCE_ON = CONTRACT.moment("silenceOn");
    static final Variable<String> MOTIVE = CONTRACT.choice("refusalMotive");
    static final Variable<String> NOTIFIED_ON = CONTRACT.code("notifiedOn");
    static final Variable<String> OBLIGATION = CONTRACT.code("obligation");
    /** The right day of the request; null if the recorded day was not wrong. */
    static final Variable<String> RIGHT_APPLIED_ON = CONTRACT.code("rightAppliedOn");

    static final Variable<String> RIGHT_NOTIFIED_ON = CONTRACT.code("rightNotifiedOn");
    static final Variable<String> RIGHT_OBLIGATION = CONTRACT.code("rightObligation");
    static final Variable<String> JUDGMENT = CONTRACT.code("judgment");
    static final Variable<String> JUDGED_ON = CONTRACT.code("judgedOn");
    static final Variable<String> APPEAL_FILED_ON = CONTRACT.code("appealFiledOn");
    static final Variable<String> APPEAL_KIND = CONTRACT.code("appealKind");
    static final Variable<String> INFORMAL_UNTIL = CONTRACT.code("informalUntil");
    static final Variable<String> COURT_UNTIL = CONTRACT.code("courtUntil");
    static final Variable<Date> APPEAL_SOON = CONTRACT.moment("appealSoonAt");
    static final Variable<Date> APPEAL_OVER = CONTRACT.moment("appealOverAt");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
