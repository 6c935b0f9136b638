package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: a case was linked with other cases of the same woman. */
public record WomenLinked(CaseReference reference) {}
