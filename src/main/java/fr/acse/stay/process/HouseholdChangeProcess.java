package fr.acse.stay.process;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code household-change.bpmn}. */
@Component
class HouseholdChangeProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("household-change")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION, Groups.SHELTERS)
            .withChoices("room", "fewer")
            .withMessages(VoidProposals.CASE_ENDED);

    /** The person who completed the last step. Another person must check this step. */
    static final Variable<Login> LAST_HAND = CONTRACT.login("lastHand");

    static final Variable<String> CHANGE = CONTRACT.code("householdChange");
    static final Variable<Integer> CHILDREN = CONTRACT.number("childrenCount");
    static final Variable<Integer> BABIES = CONTRACT.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = CONTRACT.number("oldestChildAge");
    static final Variable<Boolean> ROOM_FOUND = CONTRACT.flag("roomFound");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
