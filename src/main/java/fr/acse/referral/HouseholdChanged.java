package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Another household is with her than before: what runs for the case counts with it from now on. */
public record HouseholdChanged(CaseReference reference, Household household) {}
