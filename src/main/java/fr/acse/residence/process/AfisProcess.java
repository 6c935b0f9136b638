package fr.acse.residence.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Model {@code afis.bpmn}: the answer about the allowance beside the exit pathway. */
@Component
class AfisProcess implements ProcessContract {

    static final String ID = "afis";

    static final String AFIS_OVER = "acse.afisOver";

    static final Variable<String> ANSWER = Variable.code("afisAnswer");

    /** Day of the answer. */
    static final Variable<String> ON = Variable.code("afisOn");

    @Override
    public String processId() {
        return ID;
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(Stream.of(PermitVariables.TRACK, PermitVariables.FOLLOWER_GROUP), ANSWER, ON);
    }

    @Override
    public Set<String> messages() {
        return Set.of(AFIS_OVER);
    }
}
