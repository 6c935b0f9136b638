package fr.acse.stay.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code stay.bpmn}. */
@Component
class StayProcess implements ProcessContract {

    static final String RELOCATION_NEEDED = "acse.relocationNeeded";
    static final String SHE_LEFT = "acse.sheLeft";
    static final String SHE_DISAPPEARED = "acse.sheDisappeared";
    static final String SHE_WAS_EXCLUDED = "acse.sheWasExcluded";

    /** How the stay goes on, as its follow-up says, or how it ended: leaves, goesOn, left, disappeared, excluded, relocation. */
    static final Variable<String> STAY = Variable.code("stay");

    static final Variable<String> LEAVING_TO = Variable.code("leavingTo");
    static final Variable<String> LEAVING_DAY = Variable.code("leavingDay");
    static final Variable<String> BROKEN_CLAUSE = Variable.code("brokenClause");

    static final Variable<String> ACTIONS_DONE = Variable.code("actionsDone");
    static final Variable<String> TOPICS = Variable.code("topics").ofModels();
    static final Variable<String> NEXT_ACTIONS = Variable.code("nextActions");
    static final Variable<String> ACTIONS_1 = Variable.code("actions1").ofModels();
    static final Variable<String> ACTIONS_1_WITH = Variable.code("actions1With").ofModels();
    static final Variable<String> ACTIONS_1_ON = Variable.code("actions1On");
    static final Variable<String> ACTIONS_2 = Variable.code("actions2").ofModels();
    static final Variable<String> ACTIONS_2_WITH = Variable.code("actions2With").ofModels();
    static final Variable<String> ACTIONS_2_ON = Variable.code("actions2On");

    /** The morning on which the first open step is due. */
    static final Variable<Date> ACTION_DUE_AT = Variable.moment("actionDueAt");

    /** Whether she keeps a place while another is looked for. */
    static final Variable<Boolean> HAS_PLACE = Variable.flag("hasPlace");

    @Override
    public String processId() {
        return "stay";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes("shelterGroup", "transferOutcome"),
                Variable.flag("addressGivenUp"),
                STAY,
                LEAVING_TO,
                LEAVING_DAY,
                BROKEN_CLAUSE,
                HAS_PLACE,
                ACTIONS_DONE,
                TOPICS,
                NEXT_ACTIONS,
                ACTIONS_1,
                ACTIONS_1_WITH,
                ACTIONS_1_ON,
                ACTIONS_2,
                ACTIONS_2_WITH,
                ACTIONS_2_ON,
                ACTION_DUE_AT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(RELOCATION_NEEDED, SHE_LEFT, SHE_DISAPPEARED, SHE_WAS_EXCLUDED);
    }

    @Override
    public Set<String> outcomes() {
        return Set.of("left", "disappeared", "excluded");
    }
}
