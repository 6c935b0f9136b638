package fr.acse.platform.assignment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Set;

/** Tells people that a task went from one person to another. Called in the transaction of the hand-over. */
public interface AssignmentNews {

    /** Somebody gave her a task. */
    void given(Login to, CaseReference reference);

    /** Somebody took over her task, or freed it. */
    void takenFrom(Login from, CaseReference reference);

    /** A task that somebody had is free again. */
    void free(Set<String> groups, CaseReference reference);

    /** A supervisor asks for a task to be done. */
    void alert(Set<String> groups, CaseReference reference);

    /** A supervisor asks the holder of a task to do it. */
    void alert(Login holder, CaseReference reference);
}
