package fr.acse.transfer;

import fr.acse.Refusal;
import fr.acse.directory.DirectoryService;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.placement.PlaceService;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.Referral;
import fr.acse.referral.ReferralService;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Plans journeys and keeps what happens on the way. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class JourneyService {

    private final Journeys journeys;
    private final ReferralService referrals;
    private final DirectoryService directory;
    private final PlaceService places;
    private final Notices notices;
    private final Clock clock;

    JourneyService(
            Journeys journeys,
            ReferralService referrals,
            DirectoryService directory,
            PlaceService places,
            Notices notices,
            Clock clock) {
        this.journeys = journeys;
        this.referrals = referrals;
        this.directory = directory;
        this.places = places;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Plans a journey in place of one that did not happen.
     *
     * @param escort login of the escort, who works for the operator
     * @throws Refusal without a full commitment, an agreed arrival, an escort, or with times that do not fit
     */
    public void plan(String reference, String shelter, String escort, Instant departure, Instant arrival) {
        Referral referral = referrals.get(reference);
        if (!referral.commitmentFull() || referral.arrivalDate() == null) {
            throw new Refusal("notReadyToTravel");
        }
        if (escort == null || !directory.worksFor(escort, referral.operator())) {
            throw new Refusal("escortUnknown");
        }
        if (arrival.isBefore(departure)) {
            throw new Refusal("arrivalBeforeDeparture");
        }
        end(reference, "REPLANNED");
        journeys.flush(); // the database knows one open journey per case
        journeys.save(new Journey(reference, shelter, escort, departure, arrival));
    }

    /** @return when the silence alarm is to be raised */
    public Instant depart(String reference) {
        Journey journey = current(reference);
        return journey.depart(clock.instant());
    }

    public void raiseAlarm(String reference) {
        Journey journey = current(reference);
        journey.raiseAlarm(clock.instant());
        notices.tell(Audience.coordination(), Event.SILENCE_ALARM, reference, journey.arrivalExpectedAt());
        notices.tell(Audience.supervisors(), Event.SILENCE_ALARM, reference, journey.arrivalExpectedAt());
    }

    /** Both sides have confirmed: her places are occupied. */
    public void arrive(String reference) {
        places.occupy(reference, current(reference).shelter());
    }

    /** Whether she has been on the way at least once. */
    public boolean hasTravelled(String reference) {
        return journeys.findByReferenceOrderByDepartureAt(reference).stream().anyMatch(Journey::hasDeparted);
    }

    /** The shelter whose address a person may read now, as the named escort in the window of time; or null. */
    public String shelterRevealedTo(String reference, String login) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .filter(journey -> journey.showsAddressTo(login, clock.instant()))
                .map(Journey::shelter)
                .orElse(null);
    }

    /** Whether a person is the named escort of the journey that is planned or under way. */
    public boolean isEscort(String reference, String login) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .filter(journey -> journey.escort().equals(login))
                .isPresent();
    }

    @EventListener
    void cancel(CaseClosed closed) {
        end(closed.reference(), closed.outcome().name());
    }

    /** Ends the journey of a case, if one is planned or under way; the escort no longer reads the address. */
    public void end(String reference, String outcome) {
        journeys.findByReferenceAndEndedAtIsNull(reference).ifPresent(journey -> journey.end(outcome, clock.instant()));
    }

    private Journey current(String reference) {
        return journeys.findByReferenceAndEndedAtIsNull(reference)
                .orElseThrow(() -> new Refusal("noJourney", reference));
    }
}
