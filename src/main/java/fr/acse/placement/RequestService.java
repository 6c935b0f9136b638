package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.CaseClosed;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orientation requests: opened, watched over, answered once. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RequestService {

    private final OrientationRequests requests;
    private final Relaxations relaxations;
    private final SearchService searches;
    private final ConsideredShelters considered;
    private final OfferService offers;
    private final HoldService holds;
    private final PlaceService places;
    private final ReferralService referrals;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestService(
            OrientationRequests requests,
            Relaxations relaxations,
            SearchService searches,
            ConsideredShelters considered,
            OfferService offers,
            HoldService holds,
            PlaceService places,
            ReferralService referrals,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.relaxations = relaxations;
        this.searches = searches;
        this.considered = considered;
        this.offers = offers;
        this.holds = holds;
        this.places = places;
        this.referrals = referrals;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param urgent whether she is not safe tonight
     * @param dueAt when the answer is due, as the running clock says
     */
    public void openRequest(CaseReference reference, boolean urgent, Instant dueAt) {
        requests.save(new OrientationRequest(reference, urgent, clock.instant(), dueAt));
        notices.tell(Audience.coordination(), Event.REQUEST_SUBMITTED, reference, dueAt);
    }

    /** @throws Refusal if no answer is owed for the case */
    public OrientationRequest openRequestOf(CaseReference reference) {
        return requests.findOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
    }

    /** Whether she is not safe tonight, by the latest request of a case. */
    @Transactional(readOnly = true)
    public boolean isUrgent(CaseReference reference) {
        return requests.findByReferenceOrderBySubmittedAt(reference).stream()
                .reduce((one, later) -> later)
                .filter(OrientationRequest::urgent)
                .isPresent();
    }

    /** The latest request of a case. */
    public OrientationRequest latestRequest(CaseReference reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        return all.get(all.size() - 1);
    }

    public void relax(CaseReference reference, Constraint constraint, Login person) {
        relaxations.save(new Relaxation(openRequestOf(reference).id(), constraint, person, clock.instant()));
    }

    /**
     * Answers the open request, once. It is kept why no other shelter was asked. If the case goes on the waiting
     * list, it is called at once for a place that became free since the last search.
     *
     * @param lateReason code of why it comes after the 48 hours, or null if it is in time
     * @throws Refusal if it was answered already, or is late and no reason is given
     */
    public void answer(CaseReference reference, OrientationRequest.Answer answer, String lateReason, Login person) {
        OrientationRequest request =
                requests.lockOpen(reference).orElseThrow(() -> new Refusal("noOpenRequest", reference));
        Instant now = clock.instant();
        if (request.isLateAt(now)) {
            Refusal.unless(lateReason != null, "lateReason");
            request.sayWhyLate(lateReason);
        }
        if (answer == OrientationRequest.Answer.PLACE_PROPOSED) {
            checkHeldPlace(reference);
            request.answer(answer, person, now);
        } else {
            Set<ShelterCode> known = considered.everRanked(request.id());
            List<ShelterCode> fitting = offers.findShelters(reference).shelters();
            request.answer(answer, person, now);
            if (answer == OrientationRequest.Answer.WAITING_LIST) {
                fitting.stream()
                        .filter(shelter -> !known.contains(shelter))
                        .map(PlaceFreed::new)
                        .forEach(events::publishEvent);
            }
        }
        tellOperator(reference, answer, now);
    }

    /** @throws Refusal if a danger has come near the shelter since it accepted */
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
        notices.tell(Audience.operator(referrals.get(reference).operator()), event, reference, now);
    }

    /**
     * Names the department whose emergency housing takes over.
     *
     * @throws Refusal if none is named, or it is one to avoid
     */
    public void handOverTo(CaseReference reference, String department) {
        Refusal.unless(department != null, "emergencyDepartment");
        Refusal.unless(!referrals.get(reference).dangerDepartments().contains(department), "emergencyInDanger");
        openRequestOf(reference).handOverTo(department);
    }

    /** @throws Refusal if there is no motive */
    public void refuseBecause(CaseReference reference, String motive) {
        Refusal.unless(motive != null, "refusalMotive");
        openRequestOf(reference).refuseBecause(motive);
    }

    public void remind(CaseReference reference) {
        OrientationRequest request = openRequestOf(reference);
        request.remind(clock.instant());
        notices.tell(Audience.coordination(), Event.REQUEST_REMINDER, reference, request.dueAt());
    }

    public void markLate(CaseReference reference) {
        OrientationRequest request = openRequestOf(reference);
        request.markLate(clock.instant());
        notices.tell(Audience.supervisors(), Event.REQUEST_LATE, reference, request.dueAt());
        notices.tell(Audience.coordination(), Event.REQUEST_LATE, reference, request.dueAt());
    }

    /** Who gave the last answer of the coordination. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<Login> lastAnsweredBy(CaseReference reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.get(all.size() - 1).answeredBy());
    }

    @EventListener
    void cancel(CaseClosed closed) {
        requests.findOpen(closed.reference()).ifPresent(request -> {
            offers.withdrawOpen(request);
            request.answer(OrientationRequest.Answer.WITHDRAWN, null, clock.instant());
        });
        requests.findByReferenceOrderBySubmittedAt(closed.reference()).stream()
                .reduce((earlier, later) -> later)
                .map(OrientationRequest::calledFor)
                .map(PlaceFreed::new)
                .ifPresent(events::publishEvent);
        holds.tellHoldingShelter(closed.reference(), Event.HOLD_RELEASED);
        places.releaseAll(closed.reference());
    }
}
