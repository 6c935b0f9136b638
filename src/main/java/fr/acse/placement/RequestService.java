package fr.acse.placement;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens orientation requests, reminds of them and marks late requests. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class RequestService {

    private final OrientationRequests requests;
    private final Relaxations relaxations;
    private final SearchService searches;
    private final Notices notices;
    private final Clock clock;

    /**
     * @param urgent whether the woman is not safe tonight
     * @param dueAt when the answer is due: when the running 48-hour timer fires
     */
    public void openRequest(CaseReference reference, boolean urgent, Instant dueAt) {
        requests.save(new OrientationRequest(reference, urgent, clock.instant(), dueAt));
        notices.tell(Event.REQUEST_SUBMITTED, reference, dueAt, Audience.coordination());
    }

    /** @throws Refusal if the case has no open request */
    public OrientationRequest openRequestOf(CaseReference reference) {
        return requests.open(reference);
    }

    /** Whether the woman is not safe tonight, as the latest request says. The urgency ends when she arrives. */
    @Transactional(readOnly = true)
    public boolean isUrgent(CaseReference reference) {
        return requests.isUrgent(reference);
    }

    public OrientationRequest latestRequest(CaseReference reference) {
        return requests.latest(reference);
    }

    public void relax(CaseReference reference, Constraint constraint, Login person) {
        relaxations.save(new Relaxation(openRequestOf(reference).id(), constraint, person, clock.instant()));
    }

    /**
     * Names the department whose emergency housing (115) takes over.
     *
     * @throws Refusal if no department is named, or the department is one to avoid
     */
    public void handOverTo(CaseReference reference, String department) {
        Refusal.unless(department != null, "emergencyDepartment");
        Refusal.unless(!searches.isDangerous(reference, department), "emergencyInDanger");
        openRequestOf(reference).handOverTo(department);
    }

    /** @throws Refusal if no motive is given */
    public void refuseBecause(CaseReference reference, String motive) {
        Refusal.unless(motive != null, "refusalMotive");
        openRequestOf(reference).refuseBecause(motive);
    }

    public void remind(CaseReference reference) {
        OrientationRequest request = openRequestOf(reference);
        request.remind(clock.instant());
        notices.tell(Event.REQUEST_REMINDER, reference, request.dueAt(), Audience.coordination());
    }

    /** Records that a supervisor answers the late request herself. */
    public void takeOver(CaseReference reference, Login supervisor) {
        openRequestOf(reference).takeOver(supervisor);
    }

    public void markLate(CaseReference reference) {
        OrientationRequest request = openRequestOf(reference);
        request.markLate(clock.instant());
        notices.tell(Event.REQUEST_LATE, reference, request.dueAt(), Audience.supervisors(), Audience.coordination());
    }

    /** Tells the supervisors again that the answer is late, because the call of one of them has not helped. */
    public void askAgain(CaseReference reference) {
        notices.tell(Event.REQUEST_LATE, reference, openRequestOf(reference).dueAt(), Audience.supervisors());
    }

    /** Login of the person who answered the latest request of a case. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<Login> lastAnsweredBy(CaseReference reference) {
        List<OrientationRequest> all = requests.findByReferenceOrderBySubmittedAt(reference);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.get(all.size() - 1).answeredBy());
    }
}
