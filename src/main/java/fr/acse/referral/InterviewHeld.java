package fr.acse.referral;

import java.time.LocalDate;

/**
 * The report of a shelter about a pre-admission interview.
 *
 * @param manner byTelephone or inPerson
 * @param interpreter notNeeded, present or byPhone
 * @param stayMonths planned length of the stay, in months
 * @param rulesKnown whether the woman knows the rules of the house
 * @param commitsAgain whether the woman repeats her commitment
 * @param result favourable, moreInformation or notFavourable
 */
public record InterviewHeld(
        LocalDate day,
        String manner,
        String interpreter,
        int stayMonths,
        boolean rulesKnown,
        boolean commitsAgain,
        String result) {

    boolean isFavourable() {
        return result.equals("favourable");
    }
}
