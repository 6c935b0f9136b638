package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: the agreed day of arrival or the planned journey of a case must change. */
public record ArrivalChanges(CaseReference reference) {}
