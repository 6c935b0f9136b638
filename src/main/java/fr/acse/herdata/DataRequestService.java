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

/** Requests of the woman about her data. Each must be answered within a month (GDPR, art. 12, par. 3). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class DataRequestService {

    /** Kind of the request for a copy of the data. */
    public static final String ACCESS = "access";

    private static final String RESTRICTION = "restriction";
    private static final String OBJECTION = "objection";
    private static final Period MONTH = Period.ofMonths(1);
    private static final Period REMINDED_BEFORE = Period.ofDays(7);

    /** The time of the reminder to the coordination, and the time when the answer is due. */
    public record Terms(Instant reminder, Instant due) {}

    private final DataRequests requests;
    private final ReferralService referrals;
    private final Notices notices;
    private final Days days;

    /**
     * Records a request of the woman. The month for the answer begins on the day on which she asked.
     *
     * @throws Refusal if that day is in the future or a month or more ago, or a request of this kind is open already
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

    /** Records the person who prepared the copy. This person cannot be its second reader. */
    public void prepared(CaseReference reference, Login by) {
        open(reference, ACCESS).prepared(by);
    }

    /** The person who prepared the copy of a case, if there is one. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Optional<Login> preparedBy(CaseReference reference) {
        return find(reference, ACCESS).map(DataRequest::preparedBy);
    }

    /** Records that a second reader found no data about other people in the copy. */
    public void approved(CaseReference reference) {
        open(reference, ACCESS).approved(days.now());
    }

    /** True if the woman has an open request for a copy. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isCopyAsked(CaseReference reference) {
        return find(reference, ACCESS).isPresent();
    }

    /** True if a second reader approved the copy, so that it may be given to the woman. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean isCopyApproved(CaseReference reference) {
        return find(reference, ACCESS).filter(DataRequest::isApproved).isPresent();
    }

    /**
     * Records the answer that the woman got.
     *
     * @param answer granted, partly or refused; for a copy, the way in which the woman received it
     * @throws Refusal if the day of the answer is in the future or before the day of the request
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
