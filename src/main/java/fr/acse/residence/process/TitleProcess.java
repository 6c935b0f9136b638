package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Messages and variables of the process model {@code title.bpmn}, which watches the last day of a title as a separate process. */
@Component
class TitleProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("title").with(PermitVariables.OF_TITLE);

    static final String ID = "title";
    static final String TITLE_OVER = CONTRACT.message("acse.titleOver");

    static final Variable<Integer> TITLE = CONTRACT.number("titleId");
    static final Variable<Instant> REMIND_AT = CONTRACT.moment("remindAt");
    static final Variable<Boolean> IS_OVER = CONTRACT.flag("titleOver");
    /** True if another title of the case is valid longer. */
    static final Variable<Boolean> IS_COVERED = CONTRACT.flag("titleCovered");

    static final Variable<String> LAPSE_ACTION = CONTRACT.code("lapseAction");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
