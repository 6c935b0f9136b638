package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.CaseLock;
import fr.acse.platform.model.CaseProcesses;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends the results of payment orders as messages to the pay-back processes of their cases. */
@Component
record PayBacks(CaseProcesses processes, CaseLock caseLock) {

    void tell(List<CaseReference> cases, String message) {
        cases.forEach(caseLock::hold);
        cases.forEach(reference -> processes.tell(reference, message));
    }
}
