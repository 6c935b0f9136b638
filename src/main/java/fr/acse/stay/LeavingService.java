package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.PlaceService;
import fr.acse.platform.identity.People;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.stay.Leaving.Side;
import fr.acse.transfer.JourneyService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** She goes, or should: one person proposes it, and somebody else of another association or of the coordination answers. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class LeavingService {

    private static final String COORDINATION = "coordination";
    private static final String WITHOUT_HER = "withoutHer";
    private static final String STAYS = "stays";

    /** Where somebody goes who cannot be asked. */
    private static final Set<String> CANNOT_BE_ASKED = Set.of("hospital", "died", "unknown");

    private final Leavings leavings;
    private final ReferralService referrals;
    private final PlaceService places;
    private final DirectoryService directory;
    private final People people;
    private final JourneyService journeys;
    private final Notices notices;
    private final StayTerms terms;
    private final Days days;

    LeavingService(
            Leavings leavings,
            ReferralService referrals,
            PlaceService places,
            DirectoryService directory,
            People people,
            JourneyService journeys,
            Notices notices,
            StayTerms terms,
            Days days) {
        this.leavings = leavings;
        this.referrals = referrals;
        this.places = places;
        this.directory = directory;
        this.people = people;
        this.journeys = journeys;
        this.notices = notices;
        this.terms = terms;
        this.days = days;
    }

    /**
     * Somebody proposes that she goes; nothing changes for her before it is answered.
     *
     * @param instance id of the process instance that waits for the answer
     * @throws Refusal if the case is closed, something is proposed already, she lives in no shelter, or an answer is missing
     */
    public Leaving propose(CaseReference reference, Proposal proposal, Login by, String instance) {
        Referral referral = referrals.get(reference);
        Refusal.unless(referral.isOpen(), "eventNotNow", reference);
        Refusal.unless(open(reference).isEmpty(), "leavingProposed", reference);
        Optional<ShelterCode> home = places.homeOf(reference);
        Refusal.unless(proposal.is(Proposal.WITHDRAWS) || home.isPresent(), "livesNowhere", reference);
        Refusal.unless(
                !proposal.is(Proposal.LEAVES) || proposal.destination() != null && proposal.day() != null,
                "leavingHow");
        Side side = side(referral, by);
        // A shelter that only holds a place for her has no word in the stay in another one.
        Refusal.unless(
                side != Side.SHELTER
                        || proposal.is(Proposal.WITHDRAWS)
                        || home.filter(each -> directory.worksFor(by, each)).isPresent(),
                "notHerShelter");
        if (proposal.is(Proposal.EXCLUSION)) {
            Refusal.unless(proposal.clause() != null, "brokenClause");
            Refusal.unless(side != Side.OPERATOR, "exclusionByShelter");
        }
        Leaving leaving = leavings.save(new Leaving(reference, proposal, by, side, days.now(), instance));
        tellOfProposal(referral, leaving);
        return leaving;
    }

    /** Her shelter, if she has one, speaks for itself also where somebody of it works for the association, too. */
    private Side side(Referral referral, Login by) {
        if (places.sheltersOf(referral.reference()).stream().anyMatch(each -> directory.worksFor(by, each))) {
            return Side.SHELTER;
        }
        return directory.worksFor(by, referral.operator()) ? Side.OPERATOR : Side.COORDINATION;
    }

    private void tellOfProposal(Referral referral, Leaving leaving) {
        Event event =
                switch (leaving.kind()) {
                    case Proposal.EXCLUSION -> Event.EXCLUSION_PROPOSED;
                    default -> Event.LEAVING_PROPOSED;
                };
        notices.tell(Audience.coordination(), event, leaving.reference(), leaving.proposedAt());
        if (leaving.proposedAs() != Side.OPERATOR) {
            notices.tell(Audience.operator(referral.operator()), event, leaving.reference(), leaving.proposedAt());
        }
    }

    /** The proposal of a case that waits for an answer. */
    @Transactional(readOnly = true)
    public Optional<Leaving> open(CaseReference reference) {
        return leavings.findByReferenceAndAnsweredAtIsNull(reference);
    }

    /** The proposal of a case that was answered last. */
    @Transactional(readOnly = true)
    public Optional<Leaving> answered(CaseReference reference) {
        return leavings.findFirstByReferenceAndAnsweredAtIsNotNullOrderByAnsweredAtDesc(reference);
    }

    /** Who cannot answer the proposal of a case: who made it, and everybody of her association or shelter. */
    @Transactional(readOnly = true)
    public Set<Login> excludedFromAnswering(CaseReference reference) {
        return open(reference)
                .map(leaving -> {
                    Set<Login> excluded = new HashSet<>(colleagues(leaving));
                    excluded.add(leaving.proposedBy());
                    return excluded;
                })
                .orElse(new HashSet<>());
    }

    private Set<Login> colleagues(Leaving leaving) {
        return switch (leaving.proposedAs()) {
            case OPERATOR ->
                people.everybodyIn(
                        People.ORGANISATION + referrals.get(leaving.reference()).operator());
            case SHELTER ->
                places.sheltersOf(leaving.reference()).stream()
                        .filter(each -> directory.worksFor(leaving.proposedBy(), each))
                        .map(each -> people.everybodyIn(People.ORGANISATION + each))
                        .findFirst()
                        .orElse(Set.of());
            case COORDINATION -> Set.of();
        };
    }

    /**
     * Somebody else says whether it is so.
     *
     * @param answer confirmed, withoutHer or stays
     * @throws Refusal if her own side proposed it, the day lies ahead, she was to be asked, or is on the way
     */
    public Leaving answer(CaseReference reference, String answer, Login by) {
        Leaving leaving = proposal(reference);
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
        Leaving leaving = proposal(reference);
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

    /** Whoever is on the way has an escort and a clock; only she herself can withdraw there. */
    private void requireNotOnTheWay(Leaving leaving) {
        Refusal.unless(
                leaving.kind().equals(Proposal.WITHDRAWS) || !journeys.isOnTheWay(leaving.reference()),
                "onTheWay",
                leaving.reference());
    }

    private void requireOtherSide(CaseReference reference, Login by) {
        Refusal.unless(!excludedFromAnswering(reference).contains(by), "otherSide");
    }

    private void tellOfAnswer(CaseReference reference, Event event) {
        Instant now = days.now();
        notices.tell(Audience.coordination(), event, reference, now);
        notices.tell(Audience.operator(referrals.get(reference).operator()), event, reference, now);
        places.sheltersOf(reference).forEach(each -> notices.tell(Audience.shelter(each), event, reference, now));
    }

    /** Until when she is looked for; her place stays hers. */
    public Instant tracingEnd(CaseReference reference) {
        return proposal(reference).proposedAt().plus(terms.tracing());
    }

    /** She was looked for. @return whether the time for it is over */
    public boolean traced(CaseReference reference, boolean found, Login by) {
        if (found) {
            proposal(reference).answer("found", by, days.now());
            tellOfAnswer(reference, Event.LEAVING_REFUSED);
            return false;
        }
        return !days.now().isBefore(tracingEnd(reference));
    }

    /** Somebody fears for her: the coordination and the supervisors are told at once. */
    public void safetyAlert(CaseReference reference) {
        notices.tell(Audience.coordination(), Event.SAFETY_ALERT, reference, days.now());
        notices.tell(Audience.supervisors(), Event.SAFETY_ALERT, reference, days.now());
    }

    /** Nobody has answered for long: the coordination and the supervisors are told. */
    public void remind(CaseReference reference) {
        Leaving leaving = proposal(reference);
        notices.tell(Audience.coordination(), Event.LEAVING_WAITS, reference, leaving.proposedAt());
        notices.tell(Audience.supervisors(), Event.LEAVING_WAITS, reference, leaving.proposedAt());
    }

    /** The day has come on which she wants to be asked how she is. */
    public void remindOfContact(CaseReference reference) {
        notices.tell(Audience.operator(referrals.get(reference).operator()), Event.NEXT_CONTACT, reference, days.now());
    }

    /** She is moved, so nobody answers the proposal any more; who made it and who was to answer it are told. */
    public void tellOfVoid(CaseReference reference) {
        tellOfAnswer(reference, Event.PROPOSAL_VOID);
    }

    /** A proposal became void: nobody has to answer it. @return the one that waited, if there was one */
    public Optional<Leaving> dismiss(CaseReference reference) {
        Optional<Leaving> waiting = open(reference);
        waiting.ifPresent(leaving -> leaving.dismiss(days.now()));
        return waiting;
    }

    private Leaving proposal(CaseReference reference) {
        return open(reference).orElseThrow(() -> new Refusal("noProposal", reference));
    }
}
