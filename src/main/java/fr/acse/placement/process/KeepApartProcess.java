package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code keep-apart.bpmn}. */
@Component
class KeepApartProcess implements ProcessContract {

    static final String ID = "keep-apart";
    static final String MUST_NOT_MEET = "acse.mustNotMeet";
    static final Variable<CaseReference> OTHER = Variable.reference("otherReference");
    static final Variable<Boolean> TOGETHER = Variable.flag("areTogether");
    static final Variable<String> SEPARATION = Variable.code("separation");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), OTHER, TOGETHER, SEPARATION);
    }

    @Override
    public Set<String> messages() {
        return Set.of(MUST_NOT_MEET, "acse.caseEnded");
    }
}
