package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.payment.TravelClaimService;
import fr.acse.referral.CaseClosed;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In earlier models money was a part of the case and ended with it: then nothing of it stays open. */
@Component
class MoneyOfEarlierModels {

    private final RuntimeService runtime;
    private final AllowanceService allowances;
    private final TravelClaimService claims;

    MoneyOfEarlierModels(@Lazy RuntimeService runtime, AllowanceService allowances, TravelClaimService claims) {
        this.runtime = runtime;
        this.allowances = allowances;
        this.claims = claims;
    }

    @EventListener
    void end(CaseClosed closed) {
        if (closed.outcome().isOfStay()) {
            return;
        }
        CaseReference reference = closed.reference();
        if (isPartOfTheCase(AllowanceProcess.ID, reference)) {
            allowances.cancelUnpaid(reference);
        }
        if (isPartOfTheCase(TravelClaimProcess.ID, reference)) {
            claims.cancelUnpaid(reference);
        }
    }

    private boolean isPartOfTheCase(String process, CaseReference reference) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(reference.value())
                .list()
                .stream()
                .anyMatch(instance -> !instance.getId().equals(instance.getRootProcessInstanceId()));
    }
}
