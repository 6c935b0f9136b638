package fr.acse.payment.process;

import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import org.springframework.stereotype.Component;

/** Start permission of the process model {@code undo-link.bpmn}. */
@Component
class UndoLinkProcess implements HasContract {

    static final ProcessContract CONTRACT = ProcessContract.of("undo-link").startedBy(Groups.COORDINATION);

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
