package fr.acse.stay.process;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Opens a proposal that she leaves, from another process. */
final class LeavingStart {

    private LeavingStart() {}

    /** @param to code of where she goes; {@code day} is the day on which she leaves */
    static void propose(DelegateExecution execution, String to, LocalDate day) {
        ProcessEngineServices engine = execution.getProcessEngineServices();
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(LeavingProcess.ID)
                .latestVersion()
                .singleResult()
                .getId();
        Map<String, Object> proposal = LeavingProcess.leaves(execution.getProcessBusinessKey(), to, day);
        engine.getFormService().submitStartForm(definition, proposal);
    }
}
