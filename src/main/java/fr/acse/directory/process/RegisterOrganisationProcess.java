package fr.acse.directory.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code register-organisation.bpmn}. */
@Component
class RegisterOrganisationProcess implements ProcessContract {

    static final Variable<String> CODE = Variable.code("organisationCode");
    static final Variable<String> KIND = Variable.code("organisationKind");
    static final Variable<Login> PROPOSED_BY = Variable.login("proposedBy");
    static final Variable<String> APPROVAL = Variable.code("approval");

    @Override
    public String processId() {
        return "register-organisation";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("numberSource", "callBack"), CODE, KIND, PROPOSED_BY, APPROVAL);
    }
}
