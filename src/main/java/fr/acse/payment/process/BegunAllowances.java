package fr.acse.payment.process;

import fr.acse.codes.CaseReference;
import fr.acse.payment.AllowanceService;
import fr.acse.platform.identity.Unchecked;
import fr.acse.platform.model.ProcessContract;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Begins the allowance of a case as an instance of its own. */
@Component
record BegunAllowances(AllowanceService allowances, RuntimeService runtime, Unchecked unchecked) {

    /** Nothing begins if she has one already, such as after a move, or people still decide whether she had it before. */
    void begin(CaseReference reference, String shelterGroup) {
        if (allowances.hasOne(reference) || isRunning(reference)) {
            return;
        }
        Map<String, Object> begun = Map.of(
                ProcessContract.CASE_REFERENCE.name(),
                reference.value(),
                AllowanceProcess.SHELTER_GROUP.name(),
                shelterGroup);
        unchecked.call(() -> runtime.startProcessInstanceByMessage(AllowanceProcess.BEGINS, reference.value(), begun));
    }

    private boolean isRunning(CaseReference reference) {
        return unchecked.call(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(AllowanceProcess.ID)
                        .processInstanceBusinessKey(reference.value())
                        .count())
                > 0;
    }
}
