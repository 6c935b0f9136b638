package fr.acse.placement.process;

import fr.acse.codes.CaseReference;
import fr.acse.deadline.DeadlineService;
import fr.acse.placement.HoldService;
import fr.acse.placement.OrientationRequest.Answer;
import fr.acse.placement.RequestService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.platform.access.Relation;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the answer, once; it ends the clock. */
@Component
@ModelStep(name = "Record the answer", does = "Records the answer once, with its time. It ends the 48-hour deadline.")
@Reads({"placeHeld", "withoutShelterDecision", "refusalMotive", "emergencyDepartment", "lateReason"})
@Writes({"answerOutcome", "shelterCode", "shelterGroup", "holdExpiresAt", "holdWarningAt"})
record RecordAnswerDelegate(
        RequestService requests, HoldService holds, DeadlineService deadlines, CaseAccess access, CurrentPerson person)
        implements JavaDelegate {

    private static final Map<String, Answer> ANSWERS = Map.of(
            "placeProposed", Answer.PLACE_PROPOSED,
            "waitingList", Answer.WAITING_LIST,
            "emergencyHousing", Answer.EMERGENCY_HOUSING,
            "refuse", Answer.REFUSED);

    @Override
    public void execute(DelegateExecution execution) {
        access.require(person.login(), ProcessContract.CASE_REFERENCE.get(execution), Relation.COORDINATION);
        boolean proposed = Boolean.TRUE.equals(OrientationProcess.PLACE_HELD.find(execution));
        String decision = proposed ? "placeProposed" : OrientationProcess.WITHOUT_SHELTER.get(execution);
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("refuse".equals(decision)) {
            requests.refuseBecause(reference, OrientationProcess.REFUSAL_MOTIVE.find(execution));
        }
        if ("emergencyHousing".equals(decision)) {
            requests.handOverTo(reference, OrientationProcess.EMERGENCY_DEPARTMENT.find(execution));
        }
        requests.answer(
                reference, ANSWERS.get(decision), OrientationProcess.LATE_REASON.find(execution), person.login());
        if (proposed) {
            HoldVariables.set(execution, holds.renewHold(reference));
        }
        deadlines.answered(execution.getProcessInstanceId(), OrientationProcess.CLOCK);
        OrientationProcess.ANSWER_OUTCOME.set(execution, decision);
    }
}
