package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** A case was closed; every feature cancels what it still has open for it, in the same transaction. */
public record CaseClosed(CaseReference reference, Outcome outcome) {}
