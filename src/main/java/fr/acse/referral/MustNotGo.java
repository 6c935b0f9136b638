package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: the address of the shelter that awaits the woman was given up, and she must not go there. */
public record MustNotGo(CaseReference reference) {}
