package fr.acse.platform.assignment;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import java.util.Set;

/** How people learn that a task went from one to another. Called in the transaction that moves it. */
public interface AssignmentNews {

    /** Somebody gave her a task. */
    void given(Login to, CaseReference reference);

    /** Somebody took over her task, or freed it. */
    void takenFrom(Login from, CaseReference reference);

    /** A task that somebody had is free again. */
    void free(Set<String> groups, CaseReference reference);

    /** A supervisor asks for a task to be done. */
    void alert(Set<String> groups, CaseReference reference);

    /** A supervisor asks whoever has a task in hand to do it. */
    void alert(Login holder, CaseReference reference);
}
