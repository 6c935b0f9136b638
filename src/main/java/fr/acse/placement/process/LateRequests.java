package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.ANSWER_STANDING;
import static fr.acse.placement.process.OrientationProcess.LATE_ACTION;

import fr.acse.alarm.AlarmKinds;
import fr.acse.alarm.AlarmService;
import fr.acse.alarm.OnIt;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.placement.RequestService;
import fr.acse.platform.engine.TaskWatch;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.referral.CaseClosed;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Raises the alarm of a late request. The alarm ends with the answer, because to take the request over is not to answer it. */
@Component
@RequiredArgsConstructor
class LateRequests implements TaskWatch {

    static final String PROCESS = "orientation";
    static final String TAKE_OVER = "task_takeOverLateRequest";

    /** Value of {@code answerStanding}. */
    static final String LATE = "late";

    private static final String CALLED = "coordinationCalled";

    /** Steps of the coordination that lead to the answer. */
    static final Set<String> ANSWERING =
            Set.of("task_chooseShelters", "task_answerRequest", "task_decideWithoutShelter");

    /** Above the priority of any urgent request, below that of a missing woman. */
    static final int PRIORITY = 130;

    private final AlarmKinds kinds;
    private final AlarmService alarms;
    private final RequestService requests;
    private final CurrentPerson person;

    void raise(CaseReference reference) {
        alarms.raise(
                kinds.byTimer(PROCESS, TAKE_OVER),
                reference,
                about(reference),
                Set.of(Groups.COORDINATION, Groups.SUPERVISORS),
                person.login());
    }

    void answered(CaseReference reference) {
        alarms.ended(about(reference));
    }

    @EventListener
    void closed(CaseClosed closed) {
        answered(closed.reference());
    }

    @Override
    public boolean isFor(String process, String step) {
        return process.equals(PROCESS) && (step.equals(TAKE_OVER) || ANSWERING.contains(step));
    }

    /** A step towards a late answer is as urgent as the answer. When a supervisor is asked again, the supervisors are told by mail. */
    @Override
    public void opened(DelegateTask task) {
        if (task.getTaskDefinitionKey().equals(TAKE_OVER)) {
            if (CALLED.equals(LATE_ACTION.find(task))) {
                requests.askAgain(caseOf(task));
            }
        } else if (isLate(task)) {
            task.setPriority(Math.max(task.getPriority(), PRIORITY));
        }
    }

    /**
     * A supervisor who is given the request has not taken it yet, as with other alarms. Nobody has taken it if a step towards the answer is
     * given back.
     */
    @Override
    public void assigned(DelegateTask task) {
        String request = about(caseOf(task));
        if (!task.getTaskDefinitionKey().equals(TAKE_OVER)) {
            if (task.getAssignee() == null && isLate(task)) {
                alarms.freed(request).ifPresent(alarm -> requests.askAgain(caseOf(task)));
            }
            return;
        }
        if (person.login().value().equals(task.getAssignee())) {
            alarms.taken(request, person.login());
        } else {
            alarms.freed(request);
        }
    }

    /** Whoever holds a step of the request, and says that the work on it has begun, has taken the request. */
    @EventListener
    void onIt(OnIt said) {
        if (said.step().equals(TAKE_OVER) || ANSWERING.contains(said.step())) {
            alarms.taken(about(said.reference()), person.login());
        }
    }

    /** Whoever only called the coordination has not taken the request on. */
    @Override
    public void ended(DelegateTask task) {
        if (task.getTaskDefinitionKey().equals(TAKE_OVER)
                && TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
                && CALLED.equals(LATE_ACTION.find(task))) {
            alarms.freed(about(caseOf(task)));
        }
    }

    private static boolean isLate(DelegateTask task) {
        return LATE.equals(ANSWER_STANDING.find(task));
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }

    private static String about(CaseReference reference) {
        return "request of " + reference.value();
    }
}
