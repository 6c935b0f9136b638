package fr.acse.stay.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code health-emergency.bpmn}. */
@Component
class HealthEmergencyProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("health-emergency")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withChoices("emergencyWho", "emergency")
            .withMessages(VoidProposals.CASE_ENDED);

    static final Variable<String> OPERATOR_GROUP = CONTRACT.code("operatorGroup");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
