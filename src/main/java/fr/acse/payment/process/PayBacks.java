package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.engine.CaseLock;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells the pay-backs of cases what became of their orders. */
@Component
class PayBacks {

    private final RuntimeService runtime;
    private final CaseLock caseLock;

    PayBacks(RuntimeService runtime, CaseLock caseLock) {
        this.runtime = runtime;
        this.caseLock = caseLock;
    }

    void tell(List<CaseReference> cases, String message) {
        cases.forEach(caseLock::hold);
        cases.forEach(reference -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
