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

/** The monthly follow-up of a stay: what was done, what comes next, and until when. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class FollowUpService {

    /**
     * Steps that are agreed for one day.
     *
     * @param kinds codes of what is to be done
     * @param withWhom code of the service
     */
    public record Next(Set<String> kinds, String withWhom, LocalDate due) {}

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Period FURTHEST = Period.ofYears(1);

    /** Time after which a step is asked for again if its day has passed. */
    private static final Period ASK_AGAIN = Period.ofDays(7);

    private final NextSteps steps;
    private final Days days;

    /** Steps that were agreed and are not done yet, by day. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StayStep> open(CaseReference reference) {
        return steps.findByReferenceAndDoneOnIsNullOrderByDueOnAscKindAsc(reference);
    }

    /**
     * Keeps what a follow-up says.
     *
     * @param done ids of open steps that are done or no longer needed
     * @param worked codes of what else was worked on
     * @return when the first open step is due; a year ahead if none is, so that the month of the model comes first
     * @throws Refusal if a day does not lie ahead, or lies more than a year ahead, or nothing is chosen for it
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
