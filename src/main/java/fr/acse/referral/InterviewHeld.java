package fr.acse.referral;

import java.time.LocalDate;

/**
 * A pre-admission interview as the shelter reports it.
 *
 * @param manner byTelephone or inPerson
 * @param interpreter notNeeded, present or byPhone
 * @param stayMonths how long the stay is planned for
 * @param rulesKnown whether she knows the rules of the house
 * @param commitsAgain whether she repeats her commitment
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
