package fr.acse.directory.process;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Constants of the model {@code register-organisation.bpmn}. */
@Component
class RegisterOrganisationProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("register-organisation")
            .startedBy(Groups.COORDINATION)
            .withChoices("numberSource", "callBack");

    static final Variable<String> CODE = CONTRACT.code("organisationCode");
    static final Variable<String> KIND = CONTRACT.code("organisationKind");
    static final Variable<Login> PROPOSED_BY = CONTRACT.login("proposedBy");
    static final Variable<String> APPROVAL = CONTRACT.code("approval");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
