package fr.acse.referral;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.codes.Login;
import fr.acse.codes.ShelterCode;
import fr.acse.notice.Notices;
import fr.acse.words.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Her commitment and the time to think about it, a minor's way to child protection, and the pre-admission interview. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AssessmentService {

    /** Time at which her answer is due on the day that she named. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Referrals referrals;
    private final Commitments commitments;
    private final Handovers handovers;
    private final Interviews interviews;
    private final AssessmentTerms terms;
    private final Notices notices;
    private final Days days;

    /** When her answer to the clauses is due if she names no day. */
    public Instant commitmentDue() {
        return days.now().plus(terms.commitment());
    }

    /**
     * She thinks the clauses over until a day that she names.
     *
     * @return when her answer is due: the evening of that day
     * @throws Refusal if the day is not ahead, or further than she may think
     */
    public Instant thinks(CaseReference reference, LocalDate until) {
        Refusal.unless(until.isAfter(days.today()), "thinkUntilPast");
        Refusal.unless(
                !until.isAfter(days.today().plus(terms.thinking())),
                "thinkUntilTooFar",
                terms.thinking().getDays());
        get(reference).commit(false);
        return days.at(until, EVENING);
    }

    /**
     * Keeps what she answers. The commitment is full when every clause is accepted and it was given freely; there is no override.
     *
     * @throws Refusal if she would answer in the future, or nobody interpreted
     */
    public boolean recordCommitment(CaseReference reference, CommitmentAnswer answer, Login recordedBy) {
        Refusal.unless(!answer.day().isAfter(days.today()), "commitmentInFuture");
        Refusal.unless(
                !"other".equals(answer.language()) || !"notNeeded".equals(answer.interpreter()), "interpreterNeeded");
        Refusal.unless(answer.noticeOn() == null || !answer.noticeOn().isAfter(days.today()), "noticeInFuture");
        commitments.save(new Commitment(reference, answer, recordedBy, days.now()));
        get(reference).commit(answer.isFull());
        return answer.isFull();
    }

    /**
     * Child protection answers.
     *
     * @param day on which somebody took her over, or null
     * @throws Refusal if that day lies ahead
     */
    public void recordHandover(
            CaseReference reference, String service, String answer, LocalDate day, Login recordedBy) {
        Refusal.unless(day == null || !day.isAfter(days.today()), "handoverInFuture");
        handovers.save(new Handover(get(reference).reference(), service, answer, day, recordedBy, days.now()));
    }

    /**
     * Records that the shelter and she have met.
     *
     * @throws Refusal if the meeting lies ahead, or she would come without knowing the rules or without repeating her commitment
     */
    public void recordInterview(CaseReference reference, ShelterCode shelter, InterviewHeld held, Login recordedBy) {
        Refusal.unless(!held.day().isAfter(days.today()), "interviewInFuture");
        LocalDate opened = days.of(get(reference).openedAt());
        Refusal.unless(!held.day().isBefore(opened), "interviewTooEarly");
        Refusal.unless(!held.isFavourable() || held.rulesKnown(), "rulesFirst");
        Refusal.unless(!held.isFavourable() || held.commitsAgain(), "commitmentNotRepeated");
        interviews.save(new Interview(get(reference).reference(), shelter, held, recordedBy, days.now()));
    }

    private Referral get(CaseReference reference) {
        return referrals.findById(reference).orElseThrow(() -> new Refusal("noSuchCase", reference));
    }
}
