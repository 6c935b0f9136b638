package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.platform.model.HasContract;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import org.springframework.stereotype.Component;

/** Declares the variables and messages of the model {@code keep-apart.bpmn}. */
@Component
class KeepApartProcess implements HasContract {

    static final ProcessContract CONTRACT =
            ProcessContract.of("keep-apart").startedBy(Groups.COORDINATION).withMessages("acse.caseEnded");

    static final String ID = "keep-apart";
    static final String MUST_NOT_MEET = CONTRACT.message("acse.mustNotMeet");
    static final Variable<CaseReference> OTHER = CONTRACT.reference("otherReference");
    static final Variable<Boolean> TOGETHER = CONTRACT.flag("areTogether");
    static final Variable<String> SEPARATION = CONTRACT.code("separation");

    @Override
    public ProcessContract contract() {
        return CONTRACT;
    }
}
