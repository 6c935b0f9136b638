package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: a referral was opened. The name of the woman is in the case file already. */
public record CaseOpened(CaseReference reference) {}
