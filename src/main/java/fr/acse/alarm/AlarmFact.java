package fr.acse.alarm;

import fr.acse.codes.CaseReference;

/** A fact on which an alarm depends and that no variable of the case holds. Each feature provides its own facts. */
public interface AlarmFact {

    /** The name of the fact in {@code alarms.txt}. */
    String name();

    boolean isTrueOf(CaseReference reference);
}
