package fr.acse.referral;

import fr.acse.codes.CaseReference;

/**
 * Something about the person of a case was corrected.
 *
 * @param needs her household and needs as they are now, or null if they stay
 */
public record CaseCorrected(CaseReference reference, Household needs) {}
