package fr.acse.referral;

import fr.acse.codes.CaseReference;

/**
 * Event: data about the woman of a case were corrected.
 *
 * @param needs the corrected household and needs, or null if these are unchanged
 */
public record CaseCorrected(CaseReference reference, Household needs) {}
