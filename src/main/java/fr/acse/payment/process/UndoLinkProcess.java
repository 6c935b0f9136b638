package fr.acse.payment.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code undo-link.bpmn}. */
@Component
class UndoLinkProcess implements ProcessContract {

    @Override
    public String processId() {
        return "undo-link";
    }

    @Override
    public Set<Variable<?>> variables() {
        return Set.of(CASE_REFERENCE);
    }
}
