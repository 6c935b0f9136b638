package fr.acse.referral;

import fr.acse.codes.CaseReference;

/** Event: the shelter agreed to a day of arrival, and named the station or stop where the woman and the escort arrive. */
public record ArrivalAgreed(CaseReference reference) {}
