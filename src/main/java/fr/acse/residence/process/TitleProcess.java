package fr.acse.residence.process;

import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Model {@code title.bpmn}: the clock for the last day of a title, independent of other processes. */
@Component
class TitleProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("title").with(PermitVariables.OF_TITLE);

    static final String ID = "title";
    static final String TITLE_OVER = CONTRACT.message("acse.titleOver");

    static final Variable<Integer> TITLE = CONTRACT.number("titleId");
    static final Variable<Instant> REMIND_AT = CONTRACT.moment("remindAt");
    static final Variable<Boolean> IS_OVER = CONTRACT.flag("titleOver");
    /** Whether another title of the case lasts longer. */
    static final Variable<Boolean> IS_COVERED = CONTRACT.flag("titleCovered");

    static final Variable<String> LAPSE_ACTION = CONTRACT.code("lapseAction");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
