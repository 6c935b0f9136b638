package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code title.bpmn}: the clock on the last day of a title, whatever else goes on. */
@Component
class TitleProcess implements ProcessContract {

    static final String ID = "title";
    static final String TITLE_OVER = "acse.titleOver";

    static final Variable<Integer> TITLE = Variable.number("titleId");
    static final Variable<Date> REMIND_AT = Variable.moment("remindAt");
    static final Variable<Boolean> IS_OVER = Variable.flag("titleOver");
    /** Whether another title of the case lasts longer. */
    static final Variable<Boolean> IS_COVERED = Variable.flag("titleCovered");

    static final Variable<String> LAPSE_ACTION = Variable.code("lapseAction");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(PermitVariables.ofTitle(), TITLE, REMIND_AT, IS_OVER, IS_COVERED, LAPSE_ACTION);
    }

    @Override
    public Set<String> messages() {
        return Set.of(TITLE_OVER);
    }
}
