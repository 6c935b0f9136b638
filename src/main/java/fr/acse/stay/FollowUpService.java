package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The monthly follow-up of a stay: steps that were done, and steps that are planned, each with its last day. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class FollowUpService {

    /**
     * Steps that are planned for one day.
     *
     * @param kinds codes of the planned steps
     * @param withWhom code of the service
     * @param due last day of the steps
     */
    public record Next(Set<String> kinds, String withWhom, LocalDate due) {}

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Period FURTHEST = Period.ofYears(1);

    /** Time after which the next follow-up is due if the day of an open step has passed. */
    private static final Period ASK_AGAIN = Period.ofDays(7);

    private final NextSteps steps;
    private final Days days;

    /** Planned steps that are not done yet, the earliest day first. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StayStep> open(CaseReference reference) {
        return steps.findByReferenceAndDoneOnIsNullOrderByDueOnAscKindAsc(reference);
    }

    /**
     * Records the answers of a follow-up.
     *
     * @param done ids of open steps that are done or no longer needed
     * @param worked codes of other topics of the follow-up
     * @return 9 o'clock on the day of the first open step, or in 7 days if this day has passed; if no step is open, a day in a year, so
     *     that the monthly timer of the model comes first
     * @throws Refusal if the day of a planned step is not in the future, is more than a year ahead, or has no step
     */
    public Instant record(CaseReference reference, Set<String> done, Set<String> worked, List<Next> next, Login by) {
        Instant now = days.now();
        LocalDate today = days.today();
        open(reference).stream()
                .filter(step -> done.contains(step.id().toString()))
                .forEach(step -> step.done(today));
        worked.forEach(kind -> steps.save(StayStep.worked(reference, kind, today, by, now)));
        for (Next each : next) {
            Refusal.unless(!each.kinds().isEmpty(), "stepMissing");
            Refusal.unless(each.due().isAfter(today), "stepDayPast");
            Refusal.unless(!each.due().isAfter(today.plus(FURTHEST)), "stepDayTooFar");
            each.kinds()
                    .forEach(kind -> steps.save(StayStep.next(reference, kind, each.withWhom(), each.due(), by, now)));
        }
        return days.at(askAgain(reference, today), MORNING);
    }

    private LocalDate askAgain(CaseReference reference, LocalDate today) {
        return open(reference).stream()
                .map(StayStep::dueOn)
                .map(due -> due.isAfter(today) ? due : today.plus(ASK_AGAIN))
                .min(LocalDate::compareTo)
                .orElse(today.plus(FURTHEST));
    }
}
