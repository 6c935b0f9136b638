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

/** Records the woman's commitment, the handover of a minor to child protection, and the pre-admission interview. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
public class AssessmentService {

    /** Time of day at which the woman's answer is due on the day that she named. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Referrals referrals;
    private final Commitments commitments;
    private final Handovers handovers;
    private final Interviews interviews;
    private final AssessmentTerms terms;
    private final Notices notices;
    private final Days days;

    /** When the answer to the clauses is due if the woman names no day. */
    public Instant commitmentDue() {
        return days.now().plus(terms.commitment());
    }

    /**
     * The woman thinks about the clauses until a day that she names. The commitment is not full before the woman answers.
     *
     * @return when the answer of the woman is due: 18:00 on that day
     * @throws Refusal if the day is not in the future, or is later than {@code acse.assessment.thinking} allows
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
     * Stores the woman's answer to the clauses. The commitment is full if the woman accepts every clause freely. Nobody can override a
     * commitment that is not full.
     *
     * @throws Refusal if the day of the answer or of the notice is in the future, or an interpreter was needed and is missing
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
     * Stores the answer of child protection about a minor.
     *
     * @param day on which child protection took the minor over, or null
     * @throws Refusal if that day is in the future
     */
    public void recordHandover(
            CaseReference reference, String service, String answer, LocalDate day, Login recordedBy) {
        Refusal.unless(day == null || !day.isAfter(days.today()), "handoverInFuture");
        handovers.save(new Handover(get(reference).reference(), service, answer, day, recordedBy, days.now()));
    }

    /**
     * Records the pre-admission interview of the woman and the shelter.
     *
     * @throws Refusal if the interview is in the future or before the case was opened. A favourable interview is also refused if the woman
     *     does not know the rules or has not repeated the commitment.
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
