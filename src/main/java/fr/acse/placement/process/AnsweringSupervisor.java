package fr.acse.placement.process;

import static fr.acse.placement.process.OrientationProcess.ANSWER_STANDING;
import static fr.acse.placement.process.OrientationProcess.LATE_ACTION;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.placement.RequestService;
import fr.acse.platform.assignment.AssignmentNews;
import fr.acse.platform.assignment.LiveTasks;
import fr.acse.platform.engine.TaskWatch;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.identity.Unchecked;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Gives the steps towards the answer to the supervisor who answers a late request herself (ADR 52): the open step at once, and each later
 * step when it opens.
 */
@Component
@RequiredArgsConstructor
class AnsweringSupervisor implements TaskWatch {

    private static final String MYSELF = "answeredMyself";

    private final RequestService requests;
    private final TaskService tasks;
    private final LiveTasks live;
    private final AssignmentNews news;
    private final Unchecked unchecked;
    private final CurrentPerson person;

    @Override
    public boolean isFor(String process, String step) {
        return process.equals(LateRequests.PROCESS)
                && (step.equals(LateRequests.TAKE_OVER) || LateRequests.ANSWERING.contains(step));
    }

    @Override
    public void opened(DelegateTask task) {
        if (LateRequests.ANSWERING.contains(task.getTaskDefinitionKey())
                && LateRequests.LATE.equals(ANSWER_STANDING.find(task))) {
            Optional.ofNullable(requests.openRequestOf(caseOf(task)).takenOverBy())
                    .ifPresent(supervisor -> give(task, supervisor));
        }
    }

    @Override
    public void ended(DelegateTask task) {
        if (task.getTaskDefinitionKey().equals(LateRequests.TAKE_OVER)
                && TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName())
                && MYSELF.equals(LATE_ACTION.find(task))) {
            requests.takeOver(caseOf(task), person.login());
            unchecked.run(() -> tasks.createTaskQuery()
                    .processInstanceId(task.getProcessInstanceId())
                    .taskDefinitionKeyIn(LateRequests.ANSWERING.toArray(String[]::new))
                    .list()
                    .forEach(open -> takeOver(live.find(open.getId()).orElseThrow())));
        }
    }

    private void takeOver(DelegateTask task) {
        String holder = task.getAssignee();
        give(task, person.login());
        if (holder != null && !holder.equals(person.login().value())) {
            news.takenFrom(new Login(holder), caseOf(task));
        }
    }

    private static void give(DelegateTask task, Login supervisor) {
        task.addCandidateUser(supervisor.value());
        task.setAssignee(supervisor.value());
    }

    private static CaseReference caseOf(DelegateTask task) {
        return new CaseReference(task.getExecution().getProcessBusinessKey());
    }
}
