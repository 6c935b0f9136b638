package fr.acse.alarm;

import fr.acse.codes.CaseReference;

/** Something on which an alarm depends and that no variable of the case holds. Each feature knows its own. */
public interface AlarmFact {

    /** As {@code alarms.txt} names it. */
    String name();

    boolean isTrueOf(CaseReference reference);
}
