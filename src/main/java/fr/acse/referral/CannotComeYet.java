package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;

/** Event: the woman is on the waiting list and cannot come before a day. */
public record CannotComeYet(CaseReference reference, LocalDate until) {}
