package fr.acse.stay.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code stay.bpmn}. */
@Component
class StayProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("stay")
            .withChoices("shelterGroup", "transferOutcome")
            .with(Variable.flag("addressGivenUp"))
            .withOutcomes("left", "disappeared", "excluded");

    static final String RELOCATION_NEEDED = CONTRACT.message("acse.relocationNeeded");
    static final String SHE_LEFT = CONTRACT.message("acse.sheLeft");
    static final String SHE_DISAPPEARED = CONTRACT.message("acse.sheDisappeared");
    static final String SHE_WAS_EXCLUDED = CONTRACT.message("acse.sheWasExcluded");

    /** The state of the stay from its follow-up, or its outcome: leaves, goesOn, left, disappeared, excluded, relocation. */
    static final Variable<String> STAY = CONTRACT.code("stay");

    static final Variable<String> LEAVING_TO = CONTRACT.code("leavingTo");
    static final Variable<LocalDate> LEAVING_DAY = CONTRACT.day("leavingDay");
    static final Variable<String> BROKEN_CLAUSE = CONTRACT.code("brokenClause");

    static final Variable<String> ACTIONS_DONE = CONTRACT.code("actionsDone");
    static final Variable<String> TOPICS = CONTRACT.choice("topics");
    static final Variable<String> NEXT_ACTIONS = CONTRACT.code("nextActions");
    static final Variable<String> ACTIONS_1 = CONTRACT.choice("actions1");
    static final Variable<String> ACTIONS_1_WITH = CONTRACT.choice("actions1With");
    static final Variable<LocalDate> ACTIONS_1_ON = CONTRACT.day("actions1On");
    static final Variable<String> ACTIONS_2 = CONTRACT.choice("actions2");
    static final Variable<String> ACTIONS_2_WITH = CONTRACT.choice("actions2With");
    static final Variable<LocalDate> ACTIONS_2_ON = CONTRACT.day("actions2On");

    /** 9 o'clock on the day of the first open step. */
    static final Variable<Instant> ACTION_DUE_AT = CONTRACT.moment("actionDueAt");

    /** True if the woman keeps a place during the search for another place. */
    static final Variable<Boolean> HAS_PLACE = CONTRACT.flag("hasPlace");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
