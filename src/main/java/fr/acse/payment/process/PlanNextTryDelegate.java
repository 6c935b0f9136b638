package fr.acse.payment.process;

import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.Reads;
import fr.acse.platform.model.Writes;
import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The money cannot be handed over now, such as while she is in hospital: the shelter names the day of the next try. */
@Component
@ModelStep(
        name = "Plan the next try",
        does =
                "The next try is within three months. Nothing is recorded until she has the money, or says that she does not want it.")
@Reads("tryAgainOn")
@Writes("tryAgainAt")
record PlanNextTryDelegate(Clock clock, ZoneId zone) implements JavaDelegate {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Period LATEST = Period.ofMonths(3);

    @Override
    public void execute(DelegateExecution execution) {
        LocalDate day = LocalDate.parse(AllowanceProcess.TRY_AGAIN_ON.get(execution));
        LocalDate today = LocalDate.now(clock.withZone(zone));
        Refusal.unless(day.isAfter(today), "tryAgainPast", Words.day(day));
        Refusal.unless(!day.isAfter(today.plus(LATEST)), "tryAgainTooLate", Words.day(day), LATEST.getMonths());
        AllowanceProcess.TRY_AGAIN_AT.set(
                execution, Date.from(day.atTime(MORNING).atZone(zone).toInstant()));
    }
}
