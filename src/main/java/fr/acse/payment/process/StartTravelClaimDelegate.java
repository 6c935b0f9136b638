package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.TravelClaimService;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The claim is a process of its own: it goes on when the case closes. */
@Component
@ModelStep(
        name = "Start the travel claim",
        does =
                "Starts travel-claim as an instance of its own with the same case reference: it goes on when the case closes. A claim that is open already is enough.")
@Reads("operatorGroup")
record StartTravelClaimDelegate(
        TravelClaimService claims, @Lazy RuntimeService runtime, Unchecked unchecked) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (claims.findUnpaid(reference).isPresent()) {
            return;
        }
        Map<String, Object> begun = Map.of(
                ProcessContract.CASE_REFERENCE.name(),
                reference.value(),
                "operatorGroup",
                execution.getVariable("operatorGroup"));
        unchecked.call(
                () -> runtime.startProcessInstanceByMessage(TravelClaimProcess.BEGINS, reference.value(), begun));
    }
}
