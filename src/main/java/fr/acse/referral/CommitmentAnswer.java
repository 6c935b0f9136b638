package fr.acse.referral;

import java.time.LocalDate;

/**
 * What she answers to the clauses on a day.
 *
 * @param text version of the text that was explained, or null in a form of an earlier release
 * @param language in which it was explained, a code or {@code other}
 * @param manner onPaper, or spoken before two witnesses; or null like the text
 * @param interpreter notNeeded, present or byPhone
 * @param noticeOn day on which she was told what is kept of her, or null like the text
 * @param noticeLanguage in which she was told, or null
 * @param everyClause whether she accepts every clause
 * @param freely whether she does so without pressure
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

    /** All clauses or none, and freely. There is no override. */
    boolean isFull() {
        return everyClause && freely;
    }
}
