package fr.acse.payment.process;

import fr.acse.payment.AllowanceService;
import fr.acse.platform.CurrentPerson;
import fr.acse.platform.ProcessContract;
import fr.acse.platform.Relation;
import fr.acse.platform.casefile.CaseAccess;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that a second person handed the money over, or that it was not possible. */
@Component
class RecordHandOverDelegate implements JavaDelegate {

    private final AllowanceService allowances;
    private final CaseAccess access;
    private final CurrentPerson person;

    RecordHandOverDelegate(AllowanceService allowances, CaseAccess access, CurrentPerson person) {
        this.allowances = allowances;
        this.access = access;
        this.person = person;
    }

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.SHELTER_OF_STAY);
        String reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("handedOver".equals(AllowanceProcess.HAND_OVER.get(execution))) {
            LocalDate day = LocalDate.parse(AllowanceProcess.HANDED_OVER_ON.get(execution));
            allowances.handOver(reference, person.login(), day);
        } else {
            allowances.cancel(reference);
        }
    }
}
