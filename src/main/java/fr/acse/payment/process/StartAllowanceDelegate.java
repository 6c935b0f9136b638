package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
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

/** Her allowance is a process of its own: it goes on when the case closes. */
@Component
@ModelStep(
        name = "Start the allowance",
        does =
                "Starts allowance as an instance of its own with the same case reference: it goes on when the case closes. Nothing begins if she has one already, such as after a move.")
@Reads("shelterGroup")
class StartAllowanceDelegate implements JavaDelegate {

    private final AllowanceService allowances;
    private final RuntimeService runtime;
    private final Unchecked unchecked;

    StartAllowanceDelegate(AllowanceService allowances, @Lazy RuntimeService runtime, Unchecked unchecked) {
        this.allowances = allowances;
        this.runtime = runtime;
        this.unchecked = unchecked;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (allowances.hasOne(reference) || isDecidedOn(reference)) {
            return;
        }
        Map<String, Object> begun = Map.of(
                ProcessContract.CASE_REFERENCE.name(),
                reference.value(),
                "shelterGroup",
                execution.getVariable("shelterGroup"));
        unchecked.call(() -> runtime.startProcessInstanceByMessage(AllowanceProcess.BEGINS, reference.value(), begun));
    }

    /** Whether people still decide whether she had it before. */
    private boolean isDecidedOn(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(AllowanceProcess.ID)
                        .processInstanceBusinessKey(reference.value())
                        .count()
                > 0;
    }
}
