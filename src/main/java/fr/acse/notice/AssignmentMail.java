package fr.acse.notice;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.platform.assignment.AssignmentNews;
import fr.acse.platform.assignment.SecretGroups;
import fr.acse.platform.identity.People;
import java.time.Instant;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends mails about tasks that went from one person to another. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class AssignmentMail implements AssignmentNews {

    private final Notices notices;
    private final WaitingNotices waiting;
    private final People people;
    private final SecretGroups shelters;

    @Override
    public void given(Login to, CaseReference reference) {
        notices.tell(Event.TASK_GIVEN, reference, null, audience(to));
    }

    @Override
    public void takenFrom(Login from, CaseReference reference) {
        if (people.exists(from.value())) {
            notices.tell(Event.TASK_TAKEN, reference, null, audience(from));
        }
    }

    @Override
    public void free(Set<String> groups, CaseReference reference) {
        groups.forEach(group -> notices.tell(Event.TASK_FREE, reference, null, audience(group)));
    }

    @Override
    public void alert(Set<String> groups, CaseReference reference) {
        groups.forEach(group -> notices.tell(Event.TASK_ALERT, reference, null, audience(group)));
    }

    @Override
    public void alert(Login holder, CaseReference reference) {
        notices.tell(Event.TASK_ALERT, reference, null, audience(holder));
    }

    @Override
    public Instant alertedAt(Set<String> groups, Login holder, CaseReference reference, Instant since) {
        return waiting.lastAlert(reference, groups, holder, since);
    }

    private Audience audience(String group) {
        return Audience.group(group, shelters.isSecret(group) ? Audience.Role.SHELTERS : Audience.Role.OPERATORS);
    }

    private Audience audience(Login login) {
        return Audience.person(
                login,
                people.groupsOf(login).stream()
                        .map(group -> audience(group).role())
                        .findFirst()
                        .orElse(Audience.Role.COORDINATION));
    }
}
