package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Variables of the process model {@code permit-request.bpmn}: one request, until it is granted or no appeal is possible. */
@Component
class PermitRequestProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("permit-request")
            .withChoices("appeal", "receiptGiven")
            .with(PermitVariables.OF_TITLE)
            .with(PermitVariables.DECISION, PermitVariables.FILING);

    static final String ID = "permit-request";

    static final Variable<LocalDate> APPLIED_ON = CONTRACT.day("appliedOn");
    static final Variable<String> DOMICILE = CONTRACT.code("domicile");
    static final Variable<LocalDate> CERTIFICATE_UNTIL = CONTRACT.day("certificateUntil");
    /** Day from which the time of the prefecture to answer is counted. */
    static final Variable<LocalDate> AWAITED_FROM = CONTRACT.day("awaitedFrom");

    static final Variable<Instant> SILENCE_ON = CONTRACT.moment("silenceOn");
    static final Variable<String> MOTIVE = CONTRACT.choice("refusalMotive");
    static final Variable<LocalDate> NOTIFIED_ON = CONTRACT.day("notifiedOn");
    static final Variable<String> OBLIGATION = CONTRACT.code("obligation");
    /** The right day of the request; null if the recorded day is right. */
    static final Variable<LocalDate> RIGHT_APPLIED_ON = CONTRACT.day("rightAppliedOn");

    static final Variable<LocalDate> RIGHT_NOTIFIED_ON = CONTRACT.day("rightNotifiedOn");
    static final Variable<String> RIGHT_OBLIGATION = CONTRACT.code("rightObligation");
    static final Variable<String> JUDGMENT = CONTRACT.code("judgment");
    static final Variable<LocalDate> JUDGED_ON = CONTRACT.day("judgedOn");
    static final Variable<LocalDate> APPEAL_FILED_ON = CONTRACT.day("appealFiledOn");
    static final Variable<String> APPEAL_KIND = CONTRACT.code("appealKind");
    static final Variable<LocalDate> INFORMAL_UNTIL = CONTRACT.day("informalUntil");
    static final Variable<LocalDate> COURT_UNTIL = CONTRACT.day("courtUntil");
    static final Variable<Instant> APPEAL_SOON = CONTRACT.moment("appealSoonAt");
    static final Variable<Instant> APPEAL_OVER = CONTRACT.moment("appealOverAt");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
