package fr.acse.alarm;

import fr.acse.codes.CaseReference;

/** A fact about a case that an alarm depends on and that no process variable holds. Each feature provides its own facts. */
public interface AlarmFact {

    /** Name of the fact in {@code alarms.txt}. */
    String name();

    boolean isTrueOf(CaseReference reference);
}
