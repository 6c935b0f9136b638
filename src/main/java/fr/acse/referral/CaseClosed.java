package fr.acse.referral;

/** A case was closed; every feature cancels what it still has open for it, in the same transaction. */
public record CaseClosed(String reference, Outcome outcome) {}
