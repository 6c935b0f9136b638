package fr.acse.placement.process;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code register-shelter.bpmn}. */
@Component
class RegisterShelterProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("register-shelter").startedBy(Groups.COORDINATION);

    static final Variable<ShelterCode> SHELTER_CODE = CONTRACT.shelter("shelterCode");
    static final Variable<String> DEPARTMENT = CONTRACT.code("departmentCode");
    static final Variable<Integer> PLACES = CONTRACT.number("places");
    static final Variable<Boolean> ACCEPTS_CHILDREN = CONTRACT.yesNo("acceptsChildren");
    static final Variable<Integer> MAX_CHILD_AGE = CONTRACT.number("maxChildAge");
    static final Variable<Integer> COTS = CONTRACT.number("cots");
    static final Variable<Boolean> ACCEPTS_PREGNANCY = CONTRACT.yesNo("acceptsPregnancy");
    static final Variable<Boolean> STEP_FREE = CONTRACT.yesNo("stepFree");
    static final Variable<String> LANGUAGES = CONTRACT.code("languages");
    static final Variable<Login> PROPOSED_BY = CONTRACT.login("proposedBy");
    static final Variable<String> APPROVAL = CONTRACT.code("approval");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
