package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.referral.CaseClosed;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records the answers to orientation requests. Each request gets exactly one answer. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class RequestAnswers {

    /** Reason of an answer that came between the end of the 48 hours and the moment at which the timer fired. */
    private static final String NOT_ASKED = "notAsked";

    private final OrientationRequests requests;
    private final SearchService searches;
    private final OfferService offers;
    private final OfferEnds ends;
    private final PlaceService places;
    private final Notices notices;
    private final Clock clock;

    /**
     * Answers the open request of a case, and stores the reasons why each other shelter was not asked. If the answer is the waiting list,
     * the case is called at once for a place that became free since the last search.
     *
     * @param lateReason code of the reason why the answer comes after the 48 hours; null if it is in time, or the form did not ask because
     *     the timer had not fired yet
     * @throws Refusal if the request was answered already
     */
    public void answer(CaseReference reference, OrientationRequest.Answer answer, String lateReason, Login person) {
        OrientationRequest request = requests.lock(reference);
        Instant now = clock.instant();
        if (request.isLateAt(now)) {
            request.sayWhyLate(lateReason == null ? NOT_ASKED : lateReason);
        }
        if (answer == OrientationRequest.Answer.PLACE_PROPOSED) {
            checkHeldPlace(reference);
            request.answer(answer, person, now);
        } else {
            Set<ShelterCode> known = searches.everRanked(request.id());
            List<ShelterCode> fitting = offers.findShelters(reference).shelters();
            request.answer(answer, person, now);
            if (answer == OrientationRequest.Answer.WAITING_LIST) {
                fitting.stream().filter(shelter -> !known.contains(shelter)).forEach(places::offerAgain);
            }
        }
        tellOperator(reference, answer, now);
    }

    /** @throws Refusal if a danger came near the shelter after the shelter accepted */
    private void checkHeldPlace(CaseReference reference) {
        if (places.holdingShelter(reference)
                .filter(shelter -> searches.isNearDanger(reference, shelter))
                .isPresent()) {
            throw new Refusal("heldNearDanger");
        }
    }

    private void tellOperator(CaseReference reference, OrientationRequest.Answer answer, Instant now) {
        Event event =
                switch (answer) {
                    case PLACE_PROPOSED -> Event.PLACE_PROPOSED;
                    case WAITING_LIST -> Event.ON_WAITING_LIST;
                    case EMERGENCY_HOUSING -> Event.EMERGENCY_HOUSING;
                    case REFUSED -> Event.REQUEST_REFUSED;
                    case WITHDRAWN -> throw new IllegalArgumentException("Nobody answers that she withdrew");
                };
        notices.tell(event, reference, now, Party.ASSOCIATION);
    }

    @EventListener
    void cancel(CaseClosed closed) {
        requests.findOpen(closed.reference()).ifPresent(request -> {
            ends.withdrawOpen(request);
            request.answer(OrientationRequest.Answer.WITHDRAWN, null, clock.instant());
        });
        requests.findByReferenceOrderBySubmittedAt(closed.reference()).stream()
                .reduce((earlier, later) -> later)
                .map(OrientationRequest::calledFor)
                .ifPresent(places::offerAgain);
        notices.tell(Event.HOLD_RELEASED, closed.reference(), clock.instant(), Party.HOLDING_SHELTER);
        places.releaseAll(closed.reference());
    }
}
