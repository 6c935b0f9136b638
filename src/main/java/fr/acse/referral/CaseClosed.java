package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: a case was closed. Each feature cancels its open work for a closed case, in the same transaction. */
public record CaseClosed(CaseReference reference, Outcome outcome) {}
