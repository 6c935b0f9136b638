package fr.acse.console.cases;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Relation;
import fr.acse.deadline.Deadline;
import fr.acse.deadline.DeadlineKinds;
import fr.acse.deadline.DeadlineService;
import fr.acse.platform.access.CaseAccess;
import fr.acse.stay.FollowUpService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The due times of a case: the deadlines of its processes, and the steps that were agreed at a follow-up. */
@Component
record CaseDeadlines(
        DeadlineService deadlines, FollowUpService followUps, CaseSteps steps, CaseAccess access, Days days) {

    List<CaseFileAssembler.Due> of(CaseReference reference, Set<Relation> relations) {
        Stream<CaseFileAssembler.Due> running = deadlines.of(reference).stream()
                .filter(deadline -> access.mayRead("steps." + deadline.process(), relations)
                        || access.mayRead("deadline." + deadline.kind(), relations))
                .filter(deadline -> deadline.state() != Deadline.State.ENDED)
                .filter(deadline -> !deadline.kind().equals(DeadlineKinds.REMINDER))
                .map(deadline -> new CaseFileAssembler.Due(
                        steps.nameOf(deadline.process(), deadline.activity()), deadline.dueAt(), deadline.state()));
        return Stream.concat(running, agreed(reference, relations)).toList();
    }

    /** The steps that were agreed at a follow-up and are not done yet. These steps stay while the woman waits for another shelter. */
    private Stream<CaseFileAssembler.Due> agreed(CaseReference reference, Set<Relation> relations) {
        return access.mayRead("steps.stay", relations)
                ? followUps.open(reference).stream()
                        .map(step ->
                                new CaseFileAssembler.Due(step.words(), endOf(step.dueOn()), stateOf(step.dueOn())))
                : Stream.empty();
    }

    private Instant endOf(LocalDate day) {
        return days.start(day.plusDays(1)).minusSeconds(60);
    }

    private Deadline.State stateOf(LocalDate day) {
        return endOf(day).isBefore(days.now()) ? Deadline.State.OVERDUE : Deadline.State.RUNNING;
    }
}
