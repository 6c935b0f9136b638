package fr.acse.residence.process;

import fr.acse.codes.CaseReference;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.residence.PermitService;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the permit track as an instance of its own, once per case. */
@Component
@ModelStep(
        name = "Start the residence permit",
        does =
                "Starts residence-permit as an instance of its own with the same case reference: it outlives the stay. Started once per case.")
class StartPermitDelegate implements JavaDelegate {

    private final PermitService permits;

    StartPermitDelegate(PermitService permits) {
        this.permits = permits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if (permits.isOpened(reference)) {
            return;
        }
        ProcessEngineServices engine = execution.getProcessEngineServices();
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("residence-permit")
                .latestVersion()
                .singleResult()
                .getId();
        engine.getFormService()
                .submitStartForm(definition, Map.of(ProcessContract.CASE_REFERENCE.name(), reference.value()));
    }
}
