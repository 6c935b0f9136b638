package fr.acse.transfer;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The escort of a journey: how she is confirmed and replaced, and what she may read. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class EscortService {

    private static final String COORDINATION = "coordination";
    private static final Duration SHORTEST_TIME_TO_CONFIRM = Duration.ofHours(1);
    private final OpenJourneys open;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final Notices notices;
    private final TransferTerms terms;
    private final Clock clock;

    /** Until when the escort can be confirmed: the departure, but never less than an hour from now. */
    public Instant confirmEscortUntil(CaseReference reference) {
        Instant inAnHour = clock.instant().plus(SHORTEST_TIME_TO_CONFIRM);
        Instant departure = open.get(reference).departureAt();
        return departure.isAfter(inAnHour) ? departure : inAnHour;
    }

    /**
     * Somebody else confirms the escort who named herself.
     *
     * @throws Refusal if the escort confirms herself, or the other person works neither for the operator nor in the coordination
     */
    public void confirmEscort(CaseReference reference, Login person) {
        Journey journey = open.get(reference);
        if (open.legs(journey).stream().map(Leg::escort).anyMatch(person::equals)) {
            throw new Refusal("notYourself");
        }
        requirePart(reference, person);
        journey.confirm(person);
    }

    /** @throws Refusal if she works neither for the operator of the case nor in the coordination */
    private void requirePart(CaseReference reference, Login person) {
        if (!directory.isIn(person, COORDINATION)
                && !directory.worksFor(person, referrals.get(reference).operator())) {
            throw new Refusal("notYourStep");
        }
    }

    /** The current escort. */
    public Login escort(CaseReference reference) {
        return open.get(reference).escort();
    }

    /**
     * Replaces the escort. The previous escort cannot read the address any more when this method returns.
     *
     * @param named login, or null for the substitute of the plan
     * @param why code of the reason; the supervisors are told of doubts about the escort
     * @return whether the new escort may read the address already, because the coordination named her
     * @throws Refusal if nobody is planned, she is the escort already, or works for no vetted association
     */
    public boolean replaceEscort(CaseReference reference, Login named, String why, Login by) {
        Journey journey = open.get(reference);
        Login next = named == null ? journey.substitute() : named;
        Refusal.unless(next != null, "noSubstitute");
        Refusal.unless(!next.equals(journey.escort()), "escortAlready", next);
        Refusal.unless(directory.worksForVettedAssociation(next), "relayUnknown", next);
        requirePart(reference, by);
        // After a replacement for doubt, only the coordination replaces the escort again.
        Refusal.unless(!journey.isInDoubt() || directory.isIn(by, COORDINATION), "replacedForDoubt");
        boolean byCoordination = directory.isIn(by, COORDINATION);
        Login before = journey.escort();
        journey.replaceEscort(by, next, why, byCoordination);
        if (why.equals("doubt")) {
            notices.tell(Event.ESCORT_REPLACED, reference, clock.instant(), Audience.supervisors());
        }
        open.legs(journey).stream()
                .filter(leg -> leg.number() >= journey.stretch() && leg.escort().equals(before))
                .forEach(leg -> leg.escortedBy(next));
        notices.tell(
                Event.ESCORT_REPLACED,
                reference,
                clock.instant(),
                Audience.person(before, Audience.Role.OPERATORS),
                Audience.person(next, Audience.Role.OPERATORS),
                Party.ASSOCIATION);
        return byCoordination;
    }

    /**
     * The coordination says that the new escort may read the address, or names somebody else.
     *
     * @param other login of somebody else, or null
     * @return who escorts her
     */
    public Login giveWord(CaseReference reference, Login other, Login by) {
        Refusal.unless(directory.isIn(by, COORDINATION), "notYourStep");
        if (other == null) {
            open.get(reference).giveWord(by);
        } else {
            replaceEscort(reference, other, "other", by);
        }
        return open.get(reference).escort();
    }

    /** The shelter whose address a person may read now, as the named escort in the window of time; or null. */
    public ShelterCode shelterRevealedTo(CaseReference reference, Login login) {
        return escorted(reference, login)
                .filter(journey -> journey.escort().equals(login) && isLastEscort(journey, login))
                .filter(journey -> journey.showsAddress(clock.instant(), terms.longest()))
                .map(Journey::shelter)
                .orElse(null);
    }

    /** Whether a person is the named escort of the journey that is planned or under way. */
    public boolean isEscort(CaseReference reference, Login login) {
        return escorted(reference, login).isPresent();
    }

    /** Only the escort of the last stretch needs the address. */
    private boolean isLastEscort(Journey journey, Login login) {
        List<Leg> all = open.legs(journey);
        return all.isEmpty() || all.get(all.size() - 1).escort().equals(login);
    }

    /** The journey that a person escorts now, or takes over later. A person who left her association escorts nobody any more. */
    private Optional<Journey> escorted(CaseReference reference, Login login) {
        return open.find(reference)
                .filter(journey -> journey.escort().equals(login) || takesOver(journey, login))
                .filter(journey -> {
                    String operator = referrals.get(reference).operator();
                    return directory.worksFor(login, operator)
                            ? directory.isVetted(operator)
                            : directory.worksForVettedAssociation(login);
                });
    }

    private boolean takesOver(Journey journey, Login login) {
        return open.legs(journey).stream()
                .anyMatch(
                        leg -> leg.number() >= journey.stretch() && leg.escort().equals(login));
    }
}
