package fr.acse.stay.process;

import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Starts the process {@code leaving} from another process. */
final class LeavingStart {

    private LeavingStart() {}

    /** @param to code of the place to which the woman goes; {@code day} is the day on which she leaves */
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
