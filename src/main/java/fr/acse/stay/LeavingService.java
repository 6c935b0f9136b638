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

/** Records answers to proposals that the woman leaves. Users of the author's association or shelter cannot answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class LeavingService {

    private static final String COORDINATION = "coordination";
    private static final String WITHOUT_HER = "withoutHer";
    private static final String STAYS = "stays";

    /** Destinations at which the woman cannot be asked. */
    private static final Set<String> CANNOT_BE_ASKED = Set.of("hospital", "died", "unknown");

    private final LeavingProposals proposals;
    private final DirectoryService directory;
    private final JourneyService journeys;
    private final Notices notices;
    private final StayTerms terms;
    private final Days days;

    /**
     * Records the answer to a proposal.
     *
     * @param answer confirmed, withoutHer or stays
     * @throws Refusal if the user is of the side that proposed, the leaving day is in the future, the woman is on a journey, or the answer
     *     does not fit whether the woman can be asked
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
     * Records the decision of the coordination on an exclusion.
     *
     * @param decision warning, relocation or ends
     * @param destination code of the place in which the woman lives after the end of the stay; needed if the decision is ends
     * @throws Refusal if the user is of the side that proposed or is not of the coordination, the destination is missing, or the stay would
     *     end while the woman is on a journey
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

    /** Refuses answers while the woman is on a journey with an escort, except the answer to her own withdrawal. */
    private void requireNotOnTheWay(Leaving leaving) {
        Refusal.unless(
                leaving.kind().equals(Proposal.WITHDRAWS) || !journeys.isOnTheWay(leaving.reference()),
                "onTheWay",
                leaving.reference());
    }

    private void requireOtherSide(CaseReference reference, Login by) {
        Refusal.unless(!proposals.excludedFromAnswering(reference).contains(by), "otherSide");
    }

    /** The end of the search for a missing woman. Her place is kept until then. */
    public Instant tracingEnd(CaseReference reference) {
        return proposals.proposal(reference).proposedAt().plus(terms.tracing());
    }

    /** Records a try to find the missing woman. @return true if she was not found and the time for the search is over */
    public boolean traced(CaseReference reference, boolean found, Login by) {
        if (found) {
            proposals.proposal(reference).answer("found", by, days.now());
            tellOfAnswer(reference, Event.LEAVING_REFUSED);
            return false;
        }
        return !days.now().isBefore(tracingEnd(reference));
    }

    /** Tells the coordination and the supervisors at once that a user fears for the woman's safety. */
    public void safetyAlert(CaseReference reference) {
        notices.tell(Event.SAFETY_ALERT, reference, days.now(), Audience.coordination(), Audience.supervisors());
    }

    /** Tells the coordination, the association and the shelters that a proposal needs no answer, because the woman moves. */
    public void tellOfVoid(CaseReference reference) {
        tellOfAnswer(reference, Event.PROPOSAL_VOID);
    }

    /** Ends the open proposal of a case without an answer. @return the proposal, or empty if there was none */
    public Optional<Leaving> dismiss(CaseReference reference) {
        Optional<Leaving> waiting = proposals.open(reference);
        waiting.ifPresent(leaving -> leaving.dismiss(days.now()));
        return waiting;
    }

    private void tellOfAnswer(CaseReference reference, Event event) {
        notices.tell(event, reference, days.now(), Audience.coordination(), Party.ASSOCIATION, Party.SHELTERS);
    }
}
