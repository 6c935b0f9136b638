package fr.acse.platform.assignment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.time.Instant;
import java.util.Set;

/** Notifies people that a task went from one person to another. The caller's transaction moves the task. */
public interface AssignmentNews {

    /** Notifies a person who was given a task. */
    void given(Login to, CaseReference reference);

    /** Notifies a person whose task somebody took over or freed. */
    void takenFrom(Login from, CaseReference reference);

    /** Notifies the groups of a task that its holder no longer has it. */
    void free(Set<String> groups, CaseReference reference);

    /** Notifies the groups of a task that a supervisor asks them to do it. */
    void alert(Set<String> groups, CaseReference reference);

    /** Notifies the holder of a task that a supervisor asks for it to be done. */
    void alert(Login holder, CaseReference reference);

    /** When the holder, who may be null, or the groups of a task of a case were last alerted since a time; null if they were not. */
    Instant alertedAt(Set<String> groups, Login holder, CaseReference reference, Instant since);
}
