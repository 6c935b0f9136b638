package fr.acse.referral;

import fr.acse.codes.CaseReference;

/**
 * Event: the coordination acted on a reported danger.
 *
 * @param response what the coordination did: policeCalled, warned or relocationAsked
 */
public record DangerMet(CaseReference reference, String response) {}
