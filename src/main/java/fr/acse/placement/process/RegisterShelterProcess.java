package fr.acse.placement.process;

import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code register-shelter.bpmn}. */
@Component
class RegisterShelterProcess implements ProcessContract {

    static final Variable<ShelterCode> SHELTER_CODE = Variable.shelter("shelterCode");
    static final Variable<String> DEPARTMENT = Variable.code("departmentCode");
    static final Variable<Integer> PLACES = Variable.number("places");
    static final Variable<String> ACCEPTS_CHILDREN = Variable.code("acceptsChildren");
    static final Variable<Integer> MAX_CHILD_AGE = Variable.number("maxChildAge");
    static final Variable<Integer> COTS = Variable.number("cots");
    static final Variable<String> ACCEPTS_PREGNANCY = Variable.code("acceptsPregnancy");
    static final Variable<String> STEP_FREE = Variable.code("stepFree");
    static final Variable<String> LANGUAGES = Variable.code("languages");
    static final Variable<Login> PROPOSED_BY = Variable.login("proposedBy");
    static final Variable<String> APPROVAL = Variable.code("approval");

    @Override
    public String processId() {
        return "register-shelter";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(),
                SHELTER_CODE,
                DEPARTMENT,
                PLACES,
                ACCEPTS_CHILDREN,
                MAX_CHILD_AGE,
                COTS,
                ACCEPTS_PREGNANCY,
                STEP_FREE,
                LANGUAGES,
                PROPOSED_BY,
                APPROVAL);
    }
}
