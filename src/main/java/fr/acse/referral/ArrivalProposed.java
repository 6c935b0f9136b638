package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;

/** A day of arrival was proposed: her place is held until then, no matter who is late. */
public record ArrivalProposed(CaseReference reference, LocalDate day) {}
