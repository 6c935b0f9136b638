package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code record-title.bpmn}: a title with the days that are printed on it. */
@Component
class RecordTitleProcess implements ProcessContract {

    /** How long the rule lets a title of this kind last, an ISO period, or {@code none} if there is no rule. */
    static final Variable<String> LENGTH = Variable.code("titleLength");

    /** When its renewal may be asked for: two ISO periods before its end, with a hyphen between. */
    static final Variable<String> WINDOW = Variable.code("renewalWindow");

    static final Variable<String> EXPECTED_UNTIL = Variable.code("expectedUntil");
    static final Variable<Boolean> DIFFERS = Variable.flag("titleDiffers");

    @Override
    public String processId() {
        return "record-title";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                PermitVariables.ofTitle(),
                PermitVariables.DECISION,
                LENGTH,
                WINDOW,
                EXPECTED_UNTIL,
                DIFFERS,
                Variable.code("datesAre").ofModels());
    }
}
