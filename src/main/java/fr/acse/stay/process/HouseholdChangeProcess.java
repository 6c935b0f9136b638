package fr.acse.stay.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code household-change.bpmn}. */
@Component
class HouseholdChangeProcess implements ProcessContract {

    static final Variable<String> CHANGE = Variable.code("householdChange");
    static final Variable<Integer> CHILDREN = Variable.number("childrenCount");
    static final Variable<Integer> BABIES = Variable.number("babyCount");
    static final Variable<Integer> OLDEST_CHILD_AGE = Variable.number("oldestChildAge");
    static final Variable<Boolean> ROOM_FOUND = Variable.flag("roomFound");

    @Override
    public String processId() {
        return "household-change";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("room", "fewer"),
                LAST_HAND,
                CHANGE,
                CHILDREN,
                BABIES,
                OLDEST_CHILD_AGE,
                ROOM_FOUND);
    }

    @Override
    public Set<String> messages() {
        return Set.of(VoidProposals.CASE_ENDED);
    }
}
