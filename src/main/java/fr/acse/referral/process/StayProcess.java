package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code stay.bpmn}. */
@Component
class StayProcess implements ProcessContract {

    static final String RELOCATION_NEEDED = "acse.relocationNeeded";

    /** How the stay goes on or ended: goesOn, ends, excluded, relocation. */
    static final Variable<String> STAY = Variable.code("stay");

    static final Variable<String> BROKEN_CLAUSE = Variable.code("brokenClause");

    /** Whether she keeps a place while another is looked for. */
    static final Variable<Boolean> HAS_PLACE = Variable.flag("hasPlace");

    @Override
    public String processId() {
        return "stay";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes("shelterGroup"), STAY, BROKEN_CLAUSE, HAS_PLACE);
    }

    @Override
    public Set<String> messages() {
        return Set.of(RELOCATION_NEEDED);
    }
}
