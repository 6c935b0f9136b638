package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Model {@code permit-request.bpmn}: one request to the prefecture, until it is granted or no appeal is left. */
@Component
class PermitRequestProcess implements ProcessContract {

    static final String ID = "permit-request";

    static final Variable<String> APPLIED_ON = Variable.code("appliedOn");
    static final Variable<String> DOMICILE = Variable.code("domicile");
    static final Variable<String> CERTIFICATE_UNTIL = Variable.code("certificateUntil");
    /** Day from which an answer is awaited. */
    static final Variable<String> AWAITED_FROM = Variable.code("awaitedFrom");

    static final Variable<Date> SILENCE_ON = Variable.moment("silenceOn");
    static final Variable<String> MOTIVE = Variable.code("refusalMotive").ofModels();
    static final Variable<String> NOTIFIED_ON = Variable.code("notifiedOn");
    static final Variable<String> OBLIGATION = Variable.code("obligation");
    /** As it should have been recorded; null where nothing was wrong. */
    static final Variable<String> RIGHT_APPLIED_ON = Variable.code("rightAppliedOn");

    static final Variable<String> RIGHT_NOTIFIED_ON = Variable.code("rightNotifiedOn");
    static final Variable<String> RIGHT_OBLIGATION = Variable.code("rightObligation");
    static final Variable<String> JUDGMENT = Variable.code("judgment");
    static final Variable<String> JUDGED_ON = Variable.code("judgedOn");
    static final Variable<String> APPEAL_FILED_ON = Variable.code("appealFiledOn");
    static final Variable<String> APPEAL_KIND = Variable.code("appealKind");
    static final Variable<String> INFORMAL_UNTIL = Variable.code("informalUntil");
    static final Variable<String> COURT_UNTIL = Variable.code("courtUntil");
    static final Variable<Date> APPEAL_SOON = Variable.moment("appealSoonAt");
    static final Variable<Date> APPEAL_OVER = Variable.moment("appealOverAt");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                Stream.concat(ProcessContract.codes("appeal", "receiptGiven"), PermitVariables.ofTitle()),
                PermitVariables.DECISION,
                PermitVariables.FILING,
                APPLIED_ON,
                DOMICILE,
                CERTIFICATE_UNTIL,
                AWAITED_FROM,
                SILENCE_ON,
                MOTIVE,
                NOTIFIED_ON,
                OBLIGATION,
                RIGHT_APPLIED_ON,
                RIGHT_NOTIFIED_ON,
                RIGHT_OBLIGATION,
                JUDGMENT,
                JUDGED_ON,
                APPEAL_FILED_ON,
                APPEAL_KIND,
                INFORMAL_UNTIL,
                COURT_UNTIL,
                APPEAL_SOON,
                APPEAL_OVER);
    }
}
