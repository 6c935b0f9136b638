package fr.acse.referral;

import java.time.LocalDate;

/**
 * The woman's answer to the clauses on a day.
 *
 * @param text version of the clauses that was explained, or null in a form of an earlier release
 * @param language in which the clauses were explained: a language code or {@code other}
 * @param manner onPaper, or spoken before two witnesses; null in a form of an earlier release
 * @param interpreter notNeeded, present or byPhone
 * @param noticeOn day on which the woman was told which data are kept about her, or null in a form of an earlier release
 * @param noticeLanguage language of this notice, or null
 * @param everyClause whether the woman accepts every clause
 * @param freely whether the woman accepts without pressure
 */
public record CommitmentAnswer(
        LocalDate day,
        String text,
        String language,
        String manner,
        String interpreter,
        LocalDate noticeOn,
        String noticeLanguage,
        boolean everyClause,
        boolean freely) {

    /** Whether the woman accepts every clause without pressure. Nobody can override a commitment that is not full. */
    boolean isFull() {
        return everyClause && freely;
    }
}
