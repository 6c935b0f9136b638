package fr.acse.referral;

import fr.acse.codes.CaseReference;
import java.time.LocalDate;

/** Event: the association proposed a day of arrival. The place of the case is held until some time after the proposed day. */
public record ArrivalProposed(CaseReference reference, LocalDate day) {}
