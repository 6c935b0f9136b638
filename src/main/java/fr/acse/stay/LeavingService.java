package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides whether she goes: one person proposed it, and a person of another association or of the coordination answers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class LeavingService {

    private static final String COORDINATION = "coordination";
    private static final String WITHOUT_HER = "withoutHer";
    private static final String STAYS = "stays";

    /** Destinations of a woman who cannot be asked. */
    private static final Set<String> CANNOT_BE_ASKED = Set.of("hospital", "died", "unknown");

    private final LeavingProposals proposals;
    private final DirectoryService directory;
    private final JourneyService journeys;
    private final Notices notices;
    private final StayTerms terms;
    private final Days days;

    /**
     * Records the answer of another person to a proposal.
     *
     * @param answer confirmed, withoutHer or stays
     * @throws Refusal if her own side proposed it, the day lies ahead, she was to be asked, or is on the way
     */
    public Leaving answer(CaseReference reference, String answer, Login by) {
        Leaving leaving = proposals.proposal(reference);
        requireOtherSide(reference, by);
        if (!answer.equals(STAYS)) {
            requireNotOnTheWay(leaving);
            LocalDate day = leaving.day();
            Refusal.unless(day == null || !day.isAfter(days.today()), "leavesLater", day);
            boolean gone = leaving.kind().equals(Proposal.DISAPPEARED);
            boolean cannotBeAsked =
                    gone || leaving.destination() != null && CANNOT_BE_ASKED.contains(leaving.destination());
            Refusal.unless(!answer.equals(WITHOUT_HER) || cannotBeAsked, "askHer");
            Refusal.unless(answer.equals(WITHOUT_HER) || !gone, "askedWhoIsGone");
        }
        leaving.answer(answer, by, days.now());
        tellOfAnswer(reference, answer.equals(STAYS) ? Event.LEAVING_REFUSED : Event.LEAVING_CONFIRMED);
        return leaving;
    }

    /**
     * The coordination decides on an exclusion.
     *
     * @param decision warning, relocation or ends
     * @param destination code of where she lives from then on, if the stay ends
     * @throws Refusal if the same person proposed it, or an end leaves her nowhere to live or comes while she is on the way
     */
    public Leaving decide(CaseReference reference, String decision, String destination, Login by) {
        Leaving leaving = proposals.proposal(reference);
        requireOtherSide(reference, by);
        Refusal.unless(directory.isIn(by, COORDINATION), "notYourStep");
        Refusal.unless(!decision.equals("ends") || destination != null, "somewhereToLive");
        if (decision.equals("ends")) {
            requireNotOnTheWay(leaving);
        }
        leaving.goesTo(decision.equals("ends") ? destination : null);
        leaving.answer(decision, by, days.now());
        tellOfAnswer(reference, Event.EXCLUSION_DECIDED);
        return leaving;
    }

    /** On the way, a woman has an escort and a clock, so only her own withdrawal can be answered. */
    private void requireNotOnTheWay(Leaving leaving) {
        Refusal.unless(
                leaving.kind().equals(Proposal.WITHDRAWS) || !journeys.isOnTheWay(leaving.reference()),
                "onTheWay",
                leaving.reference());
    }

    private void requireOtherSide(CaseReference reference, Login by) {
        Refusal.unless(!proposals.excludedFromAnswering(reference).contains(by), "otherSide");
    }

    /** Until when she is looked for. She keeps her place. */
    public Instant tracingEnd(CaseReference reference) {
        return proposals.proposal(reference).proposedAt().plus(terms.tracing());
    }

    /** Records that she was looked for. @return whether the time for the search is over */
    public boolean traced(CaseReference reference, boolean found, Login by) {
        if (found) {
            proposals.proposal(reference).answer("found", by, days.now());
            tellOfAnswer(reference, Event.LEAVING_REFUSED);
            return false;
        }
        return !days.now().isBefore(tracingEnd(reference));
    }

    /** Somebody fears for her: the coordination and the supervisors are told at once. */
    public void safetyAlert(CaseReference reference) {
        notices.tell(Event.SAFETY_ALERT, reference, days.now(), Audience.coordination(), Audience.supervisors());
    }

    /** She is moved, so nobody has to answer the proposal any more. Its author and those who were to answer are told. */
    public void tellOfVoid(CaseReference reference) {
        tellOfAnswer(reference, Event.PROPOSAL_VOID);
    }

    /** Ends a void proposal: nobody has to answer it any more. @return the proposal that waited, if any */
    public Optional<Leaving> dismiss(CaseReference reference) {
        Optional<Leaving> waiting = proposals.open(reference);
        waiting.ifPresent(leaving -> leaving.dismiss(days.now()));
        return waiting;
    }

    private void tellOfAnswer(CaseReference reference, Event event) {
        notices.tell(event, reference, days.now(), Audience.coordination(), Party.ASSOCIATION, Party.SHELTERS);
    }
}
