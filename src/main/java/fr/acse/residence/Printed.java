package fr.acse.residence;

import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * The printed data of a title, a receipt or a certificate.
 *
 * @param until its last day
 * @param mayWork true if the document gives the right to work; null for a certificate
 */
public record Printed(String kind, LocalDate from, LocalDate until, Boolean mayWork) {

    static final String CERTIFICATE = "certificate";

    /** Kinds of titles that are renewed. A receipt is not renewed, because a decision follows it. */
    private static final Set<String> TITLES = Set.of("temporaryPermit", "card");

    /** Longest time between the first and the last day. The longest title, the resident card, is valid for ten years. */
    private static final Period LONGEST = Period.ofYears(15);

    /** @throws Refusal if a day is missing, the last day is before the first day, or the two days are more than 15 years apart */
    public Printed {
        Refusal.unless(from != null && until != null, "titleDays");
        Refusal.unless(!until.isBefore(from), "titleOrder", Words.day(until), Words.day(from));
        Refusal.unless(!until.isAfter(from.plus(LONGEST)), "titleTooLong", Words.day(until), LONGEST.getYears());
    }

    /** True if the document is a title, not a receipt or a certificate. */
    public boolean isTitle() {
        return TITLES.contains(kind);
    }

    boolean isCertificate() {
        return kind.equals(CERTIFICATE);
    }

    /**
     * The last day that the rule expects, in calendar months in Europe/Paris. For example, a title of six months from 31 August ends on the
     * day before the last day of February.
     */
    public LocalDate expectedUntil(Period length) {
        return from.plus(length).minusDays(1);
    }

    /** True if the last day fits the rule. Prefectures print either the day before the anniversary or the anniversary itself. */
    public boolean isAsExpected(Period length) {
        return until.equals(expectedUntil(length)) || until.equals(from.plus(length));
    }
}
