package fr.acse.referral;

import fr.acse.casefile.CaseFileService;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.notice.Party;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, assesses, corrects and closes referrals. Placement, journey, money and permit have their own services. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ReferralService {

    /** The proposed day of arrival is at most 21 days ahead. No place is held longer for a woman who cannot come yet. */
    private static final Period LATEST_ARRIVAL = Period.ofDays(21);

    private static final Period MAJORITY = Period.ofYears(18);

    private final Referrals referrals;
    private final CaseFileService caseFiles;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Days days;

    /**
     * @param operator code of the association that asks for the woman
     * @throws Refusal if the case has no case file or is open already, or if the birth date is in the future
     */
    public void open(CaseReference reference, String operator) {
        if (!caseFiles.exists(reference) || referrals.existsById(reference)) {
            throw new Refusal("startWithForm");
        }
        if (birthDate(reference).filter(born -> born.isAfter(days.today())).isPresent()) {
            throw new Refusal("bornInFuture");
        }
        referrals.save(new Referral(reference, operator, caseFiles.personKey(reference), days.now()));
        events.publishEvent(new CaseOpened(reference));
    }

    @Transactional(readOnly = true)
    public Optional<Referral> find(CaseReference reference) {
        return referrals.findById(reference);
    }

    /** @throws Refusal if there is no such case */
    public Referral get(CaseReference reference) {
        return referrals.findById(reference).orElseThrow(() -> new Refusal("noSuchCase", reference));
    }

    public void recordAssessment(CaseReference reference, Household household, String danger, Set<String> avoid) {
        checkHousehold(household);
        get(reference).assess(household, danger, avoid);
        events.publishEvent(new DangerRecorded(reference));
    }

    private static void checkHousehold(Household household) {
        Refusal.unless(household.babyCount() <= household.childrenCount(), "babiesAmongChildren");
    }

    /**
     * Checks the birth date in the case file of a person who is assessed as an adult. An unknown birth date is accepted.
     *
     * @throws Refusal if the person is under 18 by the birth date in the case file
     */
    public void checkAdult(CaseReference reference) {
        if (birthDate(reference)
                .filter(born -> born.plus(MAJORITY).isAfter(days.today()))
                .isPresent()) {
            throw new Refusal("minorByBirthDate");
        }
    }

    private Optional<LocalDate> birthDate(CaseReference reference) {
        return caseFiles.readForRule(reference, "sealed_birthDate").map(LocalDate::parse);
    }

    /** @param departments to avoid that come from all other cases of the same woman, by the current links */
    void avoidAsLinked(CaseReference reference, Set<String> departments) {
        get(reference).avoidAsLinked(departments);
    }

    /**
     * Corrects the names, birth date, household or needs of the woman. Everybody who works on the case is told.
     *
     * @param needs the corrected household, or null if the household is unchanged
     * @throws Refusal if the case is closed, nothing was corrected, or the birth date is in the future or that of a minor. Also refused if
     *     a shelter that holds a place has too few places for the corrected household.
     */
    public void correct(CaseReference reference, Household needs) {
        Referral referral = get(reference);
        Refusal.unless(referral.isOpen(), "eventNotNow", reference);
        birthDate(reference).ifPresent(born -> {
            Refusal.unless(!born.isAfter(days.today()), "bornInFuture");
            Refusal.unless(!born.plus(MAJORITY).isAfter(days.today()), "correctedMinor");
        });
        Refusal.unless(needs != null || caseFiles.isWrittenNow(reference), "nothingCorrected");
        referral.correct(caseFiles.personKey(reference));
        if (needs != null) {
            checkHousehold(needs);
            referral.correctNeeds(needs);
        }
        notices.tell(
                Event.CASE_CORRECTED,
                reference,
                days.now(),
                Audience.coordination(),
                Audience.operator(referral.operator()));
        events.publishEvent(new CaseCorrected(reference, needs));
    }

    /** Replaces the household, because a child came or left. The needs of the new household count from now on. */
    public void changeHousehold(CaseReference reference, Household household) {
        checkHousehold(household);
        get(reference).correctNeeds(household);
    }

    /** Announces that the agreed day or the journey must change before the departure. Everybody concerned is told. */
    public void arrivalChanges(CaseReference reference) {
        Referral referral = get(reference);
        events.publishEvent(new ArrivalChanges(reference));
        notices.tell(
                Event.ARRIVAL_CHANGED,
                reference,
                days.now(),
                Audience.coordination(),
                Audience.operator(referral.operator()));
    }

    /**
     * Checks the day of arrival that the association proposes. The hold of the place is extended until after the proposed day.
     *
     * @throws Refusal if the pre-admission interview is later than the arrival, or the arrival is more than 21 days ahead
     */
    public void checkProposal(CaseReference reference, LocalDate arrival, LocalDate interview) {
        if (interview.isAfter(arrival)) {
            throw new Refusal("interviewAfterArrival");
        }
        Refusal.unless(!arrival.isAfter(days.today().plus(LATEST_ARRIVAL)), "arrivalTooFar", LATEST_ARRIVAL.getDays());
        events.publishEvent(new ArrivalProposed(reference, arrival));
    }

    /** @throws Refusal if the meeting point tells where the shelter is */
    public void agreeArrival(CaseReference reference, LocalDate arrival) {
        get(reference).agreeArrival(arrival);
        events.publishEvent(new ArrivalAgreed(reference));
    }

    /** Removes the agreed arrival, because another shelter must be found. */
    public void reopenSearch(CaseReference reference) {
        get(reference).reopenSearch();
    }

    /** Announces that the woman is on the waiting list and cannot come before a day. */
    public void cannotComeYet(CaseReference reference, LocalDate until) {
        events.publishEvent(new CannotComeYet(reference, until));
    }

    /** Tells the coordination at once that somebody reported a growing danger. */
    public void alarm(CaseReference reference) {
        notices.tell(Event.DANGER_ROSE, get(reference).reference(), days.now(), Audience.coordination());
    }

    /**
     * Tells the association how the coordination acted on a danger. If the police was called, the supervisors are told too.
     *
     * @param response policeCalled, warned or relocationAsked
     */
    public void dangerMet(CaseReference reference, String response) {
        Instant now = days.now();
        notices.tell(Event.DANGER_MET, reference, now, Party.ASSOCIATION);
        if (response.equals("policeCalled")) {
            notices.tell(Event.DANGER_MET, reference, now, Audience.supervisors());
        }
        events.publishEvent(new DangerMet(reference, response));
    }

    public void avoid(CaseReference reference, String department) {
        get(reference).avoid(department);
        events.publishEvent(new DangerRecorded(reference));
    }

    /** Protects the file of the woman from erasure, or ends the protection. */
    public void restrict(CaseReference reference, boolean restricted) {
        get(reference).restrict(restricted ? days.now() : null);
    }

    /** Records that the objection of the woman is justified. Her file is erased without delay after the case is closed. */
    public void object(CaseReference reference) {
        get(reference).object(days.now());
    }

    /** Closes the case with an outcome. Each feature cancels its open work for the closed case. */
    public void close(CaseReference reference, Outcome outcome) {
        get(reference).close(outcome, days.now());
        events.publishEvent(new CaseClosed(reference, outcome));
    }
}
