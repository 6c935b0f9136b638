package fr.acse.stay.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code health-emergency.bpmn}. */
@Component
class HealthEmergencyProcess implements ProcessContract {

    static final Variable<String> OPERATOR_GROUP = Variable.code("operatorGroup");

    @Override
    public String processId() {
        return "health-emergency";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes("emergencyWho", "emergency"), OPERATOR_GROUP);
    }

    @Override
    public Set<String> messages() {
        return Set.of(VoidProposals.CASE_ENDED);
    }
}
