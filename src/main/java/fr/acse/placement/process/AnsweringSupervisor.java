package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.ANSWER_STANDING;
import static fr.acse.placement.process.OrientationProcess.LATE_ACTION;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Groups;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.RequestService;
import fr.acse.platform.assignment.AssignmentNews;
import fr.acse.platform.assignment.AssignmentRules;
import fr.acse.platform.assignment.Leaves;
import fr.acse.platform.engine.TaskWatch;
import fr.acse.platform.identity.People;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Gives the steps towards the answer to the supervisor who answers a late request herself (ADR 52): the open step at once, and each later
 * step when it opens. A mail tells her of a step that another person or the clock opens.
 */
@Component
@RequiredArgsConstructor
class AnsweringSupervisor implements TaskWatch {

    private static final String MYSELF = "answeredMyself";

    private final RequestService requests;
    private final OpenWork work;
    private final People people;
    private final Leaves leaves;
    private final AssignmentNews news;
    private final Notices notices;
    private final AuditLog audit;

    @Override
    public boolean isFor(String process, String step) {
        return process.equals(LateRequests.PROCESS)
                && (step.equals(LateRequests.TAKE_OVER) || LateRequests.ANSWERING.contains(step));
    }

    /** Only for a person who is still a supervisor and at work. Otherwise the request is the coordination's again. */
    @Override
    public void opened(DelegateTask task) {
        if (!LateRequests.ANSWERING.contains(task.getTaskDefinitionKey())
                || !LateRequests.LATE.equals(ANSWER_STANDING.find(task))) {
            return;
        }
        CaseReference reference = caseOf(task);
        Login supervisor = requests.openRequestOf(reference).takenOverBy();
        if (supervisor == null) {
            return;
        }
        if (people.membersOf(Groups.SUPERVISORS).contains(supervisor) && !leaves.isAway(supervisor)) {
            give(task, supervisor);
            if (!supervisor.equals(work.person().login())) {
                notices.tell(
                        Event.OWN_ANSWER_STEP, reference, null, Audience.person(supervisor, Audience.Role.SUPERVISORS));
            }
        } else {
            requests.takeOver(reference, null);
        }
    }

    /** The request is the coordination's again when the supervisor no longer has its open step. */
    @Override
    public void assigned(DelegateTask task) {
        if (!LateRequests.ANSWERING.contains(task.getTaskDefinitionKey())
                || !LateRequests.LATE.equals(ANSWER_STANDING.find(task))) {
            return;
        }
        Login supervisor = requests.openRequestOf(caseOf(task)).takenOverBy();
        if (supervisor != null && !supervisor.value().equals(task.getAssignee())) {
            requests.takeOver(caseOf(task), null);
        }
    }

    @Override
    public void ended(DelegateTask task) {
        if (task.getTaskDefinitionKey().equals(LateRequests.TAKE_OVER)
                && TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
                && MYSELF.equals(LATE_ACTION.find(task))) {
            requests.takeOver(caseOf(task), work.person().login());
            work.openTasks(task.getProcessInstanceId(), LateRequests.ANSWERING).forEach(this::takeOver);
        }
    }

    private void takeOver(DelegateTask task) {
        Login supervisor = work.person().login();
        String holder = task.getAssignee();
        give(task, supervisor);
        if (holder != null && !holder.equals(supervisor.value())) {
            news.takenFrom(new Login(holder), caseOf(task));
        }
    }

    private void give(DelegateTask task, Login supervisor) {
        String holder = task.getAssignee();
        AssignmentRules.assign(task, supervisor);
        audit.add(
                Act.TASK_HANDED_OVER,
                work.person().login(),
                caseOf(task).value(),
                "%s ANSWER from=%s to=%s"
                        .formatted(task.getTaskDefinitionKey(), holder == null ? "-" : holder, supervisor));
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
