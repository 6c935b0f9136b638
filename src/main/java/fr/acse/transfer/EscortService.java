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

/** Confirms and replaces the escort of a journey, and decides which address the escort may read. */
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

    /** Until when the escort can be confirmed: the planned departure, or one hour from now if that is later. */
    public Instant confirmEscortUntil(CaseReference reference) {
        Instant inAnHour = clock.instant().plus(SHORTEST_TIME_TO_CONFIRM);
        Instant departure = open.get(reference).departureAt();
        return departure.isAfter(inAnHour) ? departure : inAnHour;
    }

    /**
     * Records that a second person confirms an escort who named herself.
     *
     * @throws Refusal if the person escorts on this journey, or works neither for the association nor in the coordination
     */
    public void confirmEscort(CaseReference reference, Login person) {
        Journey journey = open.get(reference);
        if (open.legs(journey).stream().map(Leg::escort).anyMatch(person::equals)) {
            throw new Refusal("notYourself");
        }
        requirePart(reference, person);
        journey.confirm(person);
    }

    /** @throws Refusal if the person works neither for the association of the case nor in the coordination */
    private void requirePart(CaseReference reference, Login person) {
        if (!directory.isIn(person, COORDINATION)
                && !directory.worksFor(person, referrals.get(reference).operator())) {
            throw new Refusal("notYourStep");
        }
    }

    public Login escort(CaseReference reference) {
        return open.get(reference).escort();
    }

    /**
     * Replaces the escort. The previous escort can no longer read the address when this method returns.
     *
     * @param named login of the new escort, or null for the substitute of the plan
     * @param why code of the reason; for the code {@code doubt} the supervisors are told
     * @return whether the new escort may read the address already, because the coordination named the new escort
     * @throws Refusal if there is no substitute, or the named person is the escort already or works for no vetted association. Also refused
     *     if the user has no permission to replace the escort.
     */
    public boolean replaceEscort(CaseReference reference, Login named, String why, Login by) {
        Journey journey = open.get(reference);
        Login next = named == null ? journey.substitute() : named;
        Refusal.unless(next != null, "noSubstitute");
        Refusal.unless(!next.equals(journey.escort()), "escortAlready", next);
        Refusal.unless(directory.worksForVettedAssociation(next), "relayUnknown", next);
        requirePart(reference, by);
        // If any escort of this journey was replaced because of doubt, only the coordination can replace the escort
        // again.
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
     * The coordination allows the new escort to read the address, or names somebody else.
     *
     * @param other login of another escort, or null
     * @return login of the escort of the woman
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

    /** The shelter whose address the escort of the last stretch may read now, within the time window of the journey; or null. */
    public ShelterCode shelterRevealedTo(CaseReference reference, Login login) {
        return escorted(reference, login)
                .filter(journey -> journey.escort().equals(login) && isLastEscort(journey, login))
                .filter(journey -> journey.showsAddress(clock.instant(), terms.longest()))
                .map(Journey::shelter)
                .orElse(null);
    }

    /** Whether a person is an escort of the current stretch, or of a later one, of the open journey. */
    public boolean isEscort(CaseReference reference, Login login) {
        return escorted(reference, login).isPresent();
    }

    /** Whether the person escorts the last stretch. Only the escort of the last stretch needs the address. */
    private boolean isLastEscort(Journey journey, Login login) {
        List<Leg> all = open.legs(journey);
        return all.isEmpty() || all.get(all.size() - 1).escort().equals(login);
    }

    /** The open journey that a person escorts now, or takes over later. A person who left the association is no longer an escort. */
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
