package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.CaseLock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the pay-back processes of cases the results of their payment orders. */
@Component
record PayBacks(RuntimeService runtime, CaseLock caseLock) {

    void tell(List<CaseReference> cases, String message) {
        cases.forEach(caseLock::hold);
        cases.forEach(reference -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
