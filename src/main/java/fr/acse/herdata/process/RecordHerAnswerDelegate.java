package fr.acse.herdata.process;

import fr.acse.herdata.DataRequestService;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** She has her answer. */
@Component
@ModelStep(
        name = "Record the answer",
        does =
                "Keeps the answer and its day. A restriction keeps her file from erasure; an objection that is upheld brings the erasure forward, once the case is closed.")
@Reads({"rightKind", "herAnswer", "handedOver", "toldOn"})
record RecordHerAnswerDelegate(DataRequestService requests, CurrentPerson person) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String kind = HerRequestProcess.KIND.get(execution);
        boolean copy = kind.equals(DataRequestService.ACCESS);
        requests.answer(
                ProcessContract.CASE_REFERENCE.get(execution),
                kind,
                copy ? HerRequestProcess.HANDED_OVER.get(execution) : HerRequestProcess.ANSWER.get(execution),
                LocalDate.parse(HerRequestProcess.TOLD_ON.get(execution)),
                person.login());
    }
}
