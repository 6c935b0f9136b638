package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code case-event.bpmn}. */
@Component
class CaseEventProcess implements ProcessContract {

    static final Variable<String> EVENT_KIND = Variable.code("eventKind");

    @Override
    public String processId() {
        return "case-event";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), EVENT_KIND);
    }
}
