package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** The agreed day or the planned journey of a case must change. */
public record ArrivalChanges(CaseReference reference) {}
