package fr.acse.transfer.process;

import fr.acse.codes.Login;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code replace-escort.bpmn}. */
@Component
class ReplaceEscortProcess implements ProcessContract {

    static final Variable<String> WHY = Variable.code("replaceWhy");
    static final Variable<String> REPLACE_BY = Variable.code("replaceBy");
    static final Variable<Login> ESCORT_COLLEAGUE = TransferProcess.ESCORT_COLLEAGUE;

    @Override
    public String processId() {
        return "replace-escort";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(ProcessContract.codes(), WHY, REPLACE_BY, ESCORT_COLLEAGUE);
    }

    @Override
    public Set<String> messages() {
        return Set.of(TransferProcess.ESCORT_REPLACED);
    }
}
