package fr.acse.transfer.process;

import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Declares the variables of the model {@code replace-escort.bpmn}. */
@Component
class ReplaceEscortProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("replace-escort")
            .startedBy(Groups.OPERATORS, Groups.COORDINATION)
            .with(TransferProcess.ESCORT_COLLEAGUE, TransferProcess.ESCORT_ELSEWHERE)
            .withStartLists("escorts")
            .withMessages(TransferProcess.ESCORT_REPLACED);

    static final Variable<String> WHY = CONTRACT.code("replaceWhy");
    static final Variable<String> REPLACE_BY = CONTRACT.code("replaceBy");
    static final Variable<Login> ESCORT_COLLEAGUE = TransferProcess.ESCORT_COLLEAGUE;

    /** Escort of another association, whose name the association of the case may not read. */
    static final Variable<Login> ESCORT_ELSEWHERE = TransferProcess.ESCORT_ELSEWHERE;

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
