package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;

/** A day of arrival was proposed: her place is held until then, whoever is slow. */
public record ArrivalProposed(CaseReference reference, LocalDate day) {}
