package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: the departments that the woman of a case must avoid were recorded or changed. */
public record DangerRecorded(CaseReference reference) {}
