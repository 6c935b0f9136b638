package fr.acse.stay;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.placement.PlaceService;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import fr.acse.stay.Leaving.Side;
import fr.acse.words.Refusal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proposals that the woman leaves. One person makes the proposal, and another person answers it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class LeavingProposals {

    private final Leavings leavings;
    private final ReferralService referrals;
    private final PlaceService places;
    private final DirectoryService directory;
    private final Notices notices;
    private final Days days;

    /**
     * Records a proposal that the woman leaves. Her stay does not change before another person has answered.
     *
     * @param instance id of the process instance that waits for the answer
     * @throws Refusal if the case is closed or has an open proposal, the woman lives in no shelter, a required value is missing, or the
     *     user must not make this kind of proposal
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
        // A shelter that only holds a place for the woman must not propose the end of her stay in another shelter.
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
        tellOfProposal(leaving);
        return leaving;
    }

    /** The side of a user. A user who works both for the woman's shelter and for the association proposes for the shelter. */
    private Side side(Referral referral, Login by) {
        if (places.sheltersOf(referral.reference()).stream().anyMatch(each -> directory.worksFor(by, each))) {
            return Side.SHELTER;
        }
        return directory.worksFor(by, referral.operator()) ? Side.OPERATOR : Side.COORDINATION;
    }

    private void tellOfProposal(Leaving leaving) {
        Event event =
                switch (leaving.kind()) {
                    case Proposal.EXCLUSION -> Event.EXCLUSION_PROPOSED;
                    default -> Event.LEAVING_PROPOSED;
                };
        notices.tell(event, leaving.reference(), leaving.proposedAt(), Audience.coordination());
        if (leaving.proposedAs() != Side.OPERATOR) {
            notices.tell(event, leaving.reference(), leaving.proposedAt(), Party.ASSOCIATION);
        }
    }

    /** The proposal of a case that has no answer yet. */
    @Transactional(readOnly = true)
    public Optional<Leaving> open(CaseReference reference) {
        return leavings.findByReferenceAndAnsweredAtIsNull(reference);
    }

    /** The proposal of a case that was answered last. */
    @Transactional(readOnly = true)
    public Optional<Leaving> answered(CaseReference reference) {
        return leavings.findFirstByReferenceAndAnsweredAtIsNotNullOrderByAnsweredAtDesc(reference);
    }

    /** People who cannot answer the proposal of a case: its author, and all users of the author's association or shelter. */
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
                directory.everybodyOf(referrals.get(leaving.reference()).operator());
            case SHELTER ->
                places.sheltersOf(leaving.reference()).stream()
                        .filter(each -> directory.worksFor(leaving.proposedBy(), each))
                        .map(each -> directory.everybodyOf(each.value()))
                        .findFirst()
                        .orElse(Set.of());
            case COORDINATION -> Set.of();
        };
    }

    /** @throws Refusal if the case has no open proposal */
    Leaving proposal(CaseReference reference) {
        return open(reference).orElseThrow(() -> new Refusal("noProposal", reference));
    }

    /** Reminds the coordination and the supervisors that a proposal has no answer yet. */
    public void remind(CaseReference reference) {
        Leaving leaving = proposal(reference);
        notices.tell(
                Event.LEAVING_WAITS, reference, leaving.proposedAt(), Audience.coordination(), Audience.supervisors());
    }
}
