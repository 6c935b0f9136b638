package fr.acse.stay.process;

import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.stay.LeavingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Somebody who has disappeared was looked for. */
@Component
@ModelStep(
        name = "Record what was tried",
        does =
                "She is looked for as long as the setting acse.stay.tracing says; only then is it proposed that her place be given up.")
@Reads({"traceResult", "safetyAlert"})
@Writes("tracingOver")
record RecordTraceDelegate(LeavingService leavings, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        if ("raised".equals(LeavingProcess.SAFETY_ALERT.find(execution))) {
            leavings.safetyAlert(ProcessContract.CASE_REFERENCE.get(execution));
        }
        LeavingProcess.TRACING_OVER.set(
                execution,
                leavings.traced(
                        ProcessContract.CASE_REFERENCE.get(execution),
                        "found".equals(LeavingProcess.TRACE_RESULT.get(execution)),
                        person.login()));
    }
}
