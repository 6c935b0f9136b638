package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** The household of a case has changed: the running processes of the case use the new one from now on. */
public record HouseholdChanged(CaseReference reference, Household household) {}
