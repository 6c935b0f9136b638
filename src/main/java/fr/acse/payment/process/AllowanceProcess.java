package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code allowance.bpmn}. */
@Component
class AllowanceProcess implements ProcessContract {

    static final Variable<Boolean> GRANTED = Variable.flag("allowanceGranted");
    static final Variable<String> EUROS = Variable.code("allowanceEuros");
    static final Variable<String> APPROVAL = Variable.code("approval");
    static final Variable<String> HAND_OVER = Variable.code("handOver");
    static final Variable<String> HANDED_OVER_ON = Variable.code("handedOverOn");

    @Override
    public String processId() {
        return "allowance";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("shelterGroup"), GRANTED, EUROS, APPROVAL, HAND_OVER, HANDED_OVER_ON);
    }
}
