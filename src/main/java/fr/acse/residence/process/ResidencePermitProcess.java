package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code residence-permit.bpmn}. */
@Component
class ResidencePermitProcess implements ProcessContract {

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");
    static final Variable<String> RULES = Variable.code("permitRules");
    static final Variable<String> DECIDED_ON = Variable.code("decidedOn");
    static final Variable<Integer> MONTHS = Variable.number("permitMonths");
    static final Variable<Date> RENEWAL_DUE_ON = Variable.moment("renewalDueOn");
    static final Variable<Date> ENDS_ON = Variable.moment("permitEndsOn");
    static final Variable<String> END_DATE = Variable.code("permitEndDate");
    static final Variable<String> RENEWAL = Variable.code("renewal");
    static final Variable<String> PROCEEDINGS = Variable.code("proceedings");
    static final Variable<String> CARD = Variable.code("card");

    @Override
    public String processId() {
        return "residence-permit";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "stage",
                        "complaint",
                        "appliedOn",
                        "domicile",
                        "decision",
                        "renewalFiledOn",
                        "lapseAction",
                        "otherRoute",
                        "appeal",
                        "appealDecidedOn"),
                OPERATOR_GROUP,
                RULES,
                DECIDED_ON,
                MONTHS,
                RENEWAL_DUE_ON,
                ENDS_ON,
                END_DATE,
                RENEWAL,
                PROCEEDINGS,
                CARD);
    }
}
