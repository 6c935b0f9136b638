package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** A case is awaited at an address that was given up: she must not go there. */
public record MustNotGo(CaseReference reference) {}
