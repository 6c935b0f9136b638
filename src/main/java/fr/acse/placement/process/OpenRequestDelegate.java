package fr.acse.placement.process;

import fr.acse.deadline.DeadlineService;
import fr.acse.placement.RequestService;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the request; it is due when the running clock says so. */
@Component
@ModelStep(
        name = "Open the request",
        does =
                "Records when the request was submitted and when its answer is due: when the running 48-hour timer fires.")
@Reads("urgency")
@Writes({"lateReason", "answerDueAt"})
record OpenRequestDelegate(RequestService requests, DeadlineService deadlines) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        Instant dueAt = deadlines.dueAt(execution.getProcessInstanceId(), OrientationProcess.CLOCK);
        requests.openRequest(
                ProcessContract.CASE_REFERENCE.get(execution),
                "urgent".equals(OrientationProcess.URGENCY.find(execution)),
                dueAt);
        OrientationProcess.LATE_REASON.set(execution, null);
        OrientationProcess.ANSWER_DUE_AT.set(execution, Date.from(dueAt));
    }
}
