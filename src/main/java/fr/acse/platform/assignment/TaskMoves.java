package fr.acse.platform.assignment;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.identity.People;
import fr.acse.platform.identity.Roles;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Moves a task to another person or back to its groups, logs the move, and notifies the people concerned. */
@Component
record TaskMoves(
        TaskService tasks, AssignmentNews news, AuditLog audit, People people, Roles roles, AssignmentRules rules) {

    void to(Login person, DelegateTask task) {
        AssignmentRules.handOver(task.getId(), person, () -> tasks.setAssignee(task.getId(), person.value()));
    }

    /** Gives a task to a person and notifies this person. */
    void give(Login person, DelegateTask task) {
        to(person, task);
        news.given(person, caseOf(task));
    }

    void free(DelegateTask task) {
        tasks.setAssignee(task.getId(), null);
        news.free(groups(task), caseOf(task));
    }

    /** @param by person who moved the task */
    void takenFrom(Login holder, DelegateTask task, Login by) {
        if (holder != null && !holder.equals(by)) {
            news.takenFrom(holder, caseOf(task));
        }
    }

    /** Sends an alert to the holder of a task and to the groups that can do it, without those of a supervisor who can do it herself. */
    void alert(DelegateTask task, Login by) {
        Set<String> groups = reached(task);
        if (rules.mayHold(by, task)) {
            groups.removeAll(people.groupsOf(by));
        }
        news.alert(groups, caseOf(task));
        if (holder(task) != null) {
            news.alert(holder(task), caseOf(task));
        }
    }

    /** When the holder or the groups of a task were last asked to do it, or null. */
    Instant askedAt(DelegateTask task) {
        return news.alertedAt(
                reached(task), holder(task), caseOf(task), task.getCreateTime().toInstant());
    }

    /**
     * @param way the kind of hand-over in one word
     * @param why code of the reason, or an empty text
     */
    void log(Login by, DelegateTask task, String way, Login from, Login to, String why) {
        CaseReference reference = caseOf(task);
        audit.add(
                Act.TASK_HANDED_OVER,
                by,
                reference == null ? "" : reference.value(),
                String.join(
                        " ",
                        task.getTaskDefinitionKey(),
                        way,
                        "from=" + Objects.requireNonNullElse(from, "-"),
                        "to=" + Objects.requireNonNullElse(to, "-"),
                        why));
    }

    private static CaseReference caseOf(DelegateTask task) {
        return CaseReference.orNull(task.getExecution().getProcessBusinessKey());
    }

    static Login holder(DelegateTask task) {
        return task.getAssignee() == null ? null : new Login(task.getAssignee());
    }

    /** The groups of a task. The role that stands in is told instead of an organisation without people. */
    private Set<String> reached(DelegateTask task) {
        return groups(task).stream()
                .map(group -> people.isStaffed(group) ? group : roles.the(Roles.Power.STANDS_IN))
                .collect(Collectors.toSet());
    }

    static Set<String> groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
