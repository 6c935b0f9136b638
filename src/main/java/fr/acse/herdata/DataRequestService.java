package fr.acse.herdata;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.referral.ReferralService;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests about her data, each with its month (GDPR, art. 12, par. 3). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class DataRequestService {

    /** Kind of a request for a copy. */
    public static final String ACCESS = "access";

    private static final String RESTRICTION = "restriction";
    private static final String OBJECTION = "objection";
    private static final Period MONTH = Period.ofMonths(1);
    private static final Period REMINDED_BEFORE = Period.ofDays(7);

    /** When the coordination is reminded, and when the answer is due. */
    public record Terms(Instant reminder, Instant due) {}

    private final DataRequests requests;
    private final ReferralService referrals;
    private final Notices notices;
    private final Days days;

    /**
     * She asks; the month begins on that day.
     *
     * @throws Refusal if the day lies ahead or more than a month back, or such a request is open already
     */
    public Terms take(CaseReference reference, String kind, LocalDate askedOn, Login by) {
        referrals.get(reference);
        LocalDate today = days.today();
        Refusal.unless(!askedOn.isAfter(today) && askedOn.isAfter(today.minus(MONTH)), "askedOn");
        Refusal.unless(find(reference, kind).isEmpty(), "askedAlready");
        LocalDate due = askedOn.plus(MONTH);
        requests.save(new DataRequest(reference, kind, askedOn, due, by, days.now()));
        notices.tell(Event.HER_REQUEST, reference, days.now(), Audience.coordination());
        LocalDate reminder = due.minus(REMINDED_BEFORE);
        return new Terms(startOf(reminder.isAfter(today) ? reminder : today.plusDays(1)), startOf(due.plusDays(1)));
    }

    /** Records who prepared the copy. This person cannot be its second reader. */
    public void prepared(CaseReference reference, Login by) {
        open(reference, ACCESS).prepared(by);
    }

    /** The person who prepared the copy of a case, if any. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<Login> preparedBy(CaseReference reference) {
        return find(reference, ACCESS).map(DataRequest::preparedBy);
    }

    /** A second reader found nothing about others in the copy. */
    public void approved(CaseReference reference) {
        open(reference, ACCESS).approved(days.now());
    }

    /** Whether a copy is asked for now. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isCopyAsked(CaseReference reference) {
        return find(reference, ACCESS).isPresent();
    }

    /** Whether a copy may be given to her. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isCopyApproved(CaseReference reference) {
        return find(reference, ACCESS).filter(DataRequest::isApproved).isPresent();
    }

    /**
     * Records that she has her answer.
     *
     * @param answer granted, partly or refused; for a copy, how she received it
     * @throws Refusal if that day lies ahead or before she asked
     */
    public void answer(CaseReference reference, String kind, String answer, LocalDate toldOn, Login by) {
        DataRequest request = open(reference, kind);
        Refusal.unless(!toldOn.isAfter(days.today()) && !toldOn.isBefore(request.askedOn()), "toldOn");
        request.answer(answer, toldOn, by, days.now());
        if (kind.equals(RESTRICTION)) {
            referrals.restrict(reference, !answer.equals("refused"));
        }
        if (kind.equals(OBJECTION) && answer.equals("granted")) {
            referrals.object(reference);
        }
    }

    private DataRequest open(CaseReference reference, String kind) {
        return find(reference, kind).orElseThrow(() -> new Refusal("eventNotNow", reference));
    }

    private Optional<DataRequest> find(CaseReference reference, String kind) {
        return requests.findByReferenceAndKindAndAnsweredAtIsNull(reference, kind);
    }

    private Instant startOf(LocalDate day) {
        return days.start(day);
    }
}
