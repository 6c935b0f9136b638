package fr.acse.referral;

import fr.acse.codes.CaseReference;

/**
 * The coordination acted on a danger.
 *
 * @param response what it did: policeCalled, warned or relocationAsked
 */
public record DangerMet(CaseReference reference, String response) {}
