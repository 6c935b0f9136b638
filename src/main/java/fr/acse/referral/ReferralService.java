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

/** The path of a referral, apart from placement, journey, money and permit. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class ReferralService {

    /** No place is held longer for somebody who cannot come yet. */
    private static final Period LATEST_ARRIVAL = Period.ofDays(21);

    private static final Period MAJORITY = Period.ofYears(18);

    private final Referrals referrals;
    private final CaseFileService caseFiles;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Days days;

    /**
     * @param operator code of the organisation that asks for her
     * @throws Refusal if there is no case file of a person who was just entered, or she would be born in the future
     */
    public void open(CaseReference reference, String operator) {
        if (!caseFiles.exists(reference) || referrals.existsById(reference)) {
            throw new Refusal("startWithForm");
        }
        if (birthDate(reference).filter(born -> born.isAfter(days.today())).isPresent()) {
            throw new Refusal("bornInFuture");
        }
        referrals.save(new Referral(reference, operator, caseFiles.personKey(reference), days.now()));
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
    }

    private static void checkHousehold(Household household) {
        Refusal.unless(household.babyCount() <= household.childrenCount(), "babiesAmongChildren");
    }

    /**
     * A person who is under 18 by the birth date in the case file is not accepted as an adult. An unknown birth date
     * says nothing.
     *
     * @throws Refusal if the birth date contradicts that she is an adult
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

    /** @param departments to avoid because of all other cases of the same woman, as they are linked now */
    void avoidAsLinked(CaseReference reference, Set<String> departments) {
        get(reference).avoidAsLinked(departments);
    }

    /**
     * Names, birth date, household or needs were wrong and are corrected; everybody who works with her is told.
     *
     * @param needs her household as it is, or null if it stays
     * @throws Refusal if the case is closed, the birth date lies ahead or makes her a minor, or a place that is held has no room
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

    /** A child came or went: her new needs count from now on. */
    public void changeHousehold(CaseReference reference, Household household) {
        checkHousehold(household);
        get(reference).correctNeeds(household);
    }

    /** The agreed day or the journey must change before she leaves: everybody concerned is told. */
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
     * Checks the day of arrival that the operator proposes. Her place is held for it.
     *
     * @throws Refusal if the pre-admission interview would come after the arrival, or that lies too far ahead
     */
    public void checkProposal(CaseReference reference, LocalDate arrival, LocalDate interview) {
        if (interview.isAfter(arrival)) {
            throw new Refusal("interviewAfterArrival");
        }
        Refusal.unless(!arrival.isAfter(days.today().plus(LATEST_ARRIVAL)), "arrivalTooFar", LATEST_ARRIVAL.getDays());
        events.publishEvent(new ArrivalProposed(reference, arrival));
    }

    public void agreeArrival(CaseReference reference, LocalDate arrival) {
        get(reference).agreeArrival(arrival);
    }

    /** Something agreed no longer holds: a new shelter is looked for. */
    public void reopenSearch(CaseReference reference) {
        get(reference).reopenSearch();
    }

    /** She waits for a place and cannot come before a day. */
    public void cannotComeYet(CaseReference reference, LocalDate until) {
        events.publishEvent(new CannotComeYet(reference, until));
    }

    /** A rising danger was reported: the coordination acts at once. */
    public void alarm(CaseReference reference) {
        notices.tell(Event.DANGER_ROSE, get(reference).reference(), days.now(), Audience.coordination());
    }

    /**
     * What the coordination did about a danger is told: to her operator always, to the supervisors if the police was called.
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
    }

    /** Her file is kept from erasure, or no longer. */
    public void restrict(CaseReference reference, boolean restricted) {
        get(reference).restrict(restricted ? days.now() : null);
    }

    /** Her objection is justified: her file is erased without waiting, once the case is closed. */
    public void object(CaseReference reference) {
        get(reference).object(days.now());
    }

    /** Closes the case with its outcome; everything that is still open for it is cancelled. */
    public void close(CaseReference reference, Outcome outcome) {
        get(reference).close(outcome, days.now());
        events.publishEvent(new CaseClosed(reference, outcome));
    }
}
