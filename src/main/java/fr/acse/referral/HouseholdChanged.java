package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: the household of a case has changed. The running processes of the case use the new household from now on. */
public record HouseholdChanged(CaseReference reference, Household household) {}
