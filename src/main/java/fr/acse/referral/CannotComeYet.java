package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;

/** She waits for a place and cannot come before a day. */
public record CannotComeYet(CaseReference reference, LocalDate until) {}
