package fr.acse.residence;

import fr.acse.words.Refusal;
import fr.acse.words.Words;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;

/**
 * What is printed on a title, a receipt or a certificate.
 *
 * @param until its last day
 * @param mayWork whether it gives the right to work; null for a certificate
 */
public record Printed(String kind, LocalDate from, LocalDate until, Boolean mayWork) {

    static final String CERTIFICATE = "certificate";

    /** Kinds that are renewed. A receipt is not: a decision follows it. */
    private static final Set<String> TITLES = Set.of("temporaryPermit", "card");

    /** Longer than any title: the resident card has ten years. */
    private static final Period LONGEST = Period.ofYears(15);

    /** @throws Refusal if a day is missing, or they are in the wrong order or impossibly far apart */
    public Printed {
        Refusal.unless(from != null && until != null, "titleDays");
        Refusal.unless(!until.isBefore(from), "titleOrder", Words.day(until), Words.day(from));
        Refusal.unless(!until.isAfter(from.plus(LONGEST)), "titleTooLong", Words.day(until), LONGEST.getYears());
    }

    /** Whether it is a title, and no receipt or certificate. */
    public boolean isTitle() {
        return TITLES.contains(kind);
    }

    boolean isCertificate() {
        return kind.equals(CERTIFICATE);
    }

    /**
     * What the rule expects as last day: a title of six months from 31 August ends on the day before the last of February. Calendar
     * months, in Europe/Paris.
     */
    public LocalDate expectedUntil(Period length) {
        return from.plus(length).minusDays(1);
    }

    /** Whether the last day is what the rule expects; prefectures print the day before the anniversary, or the day itself. */
    public boolean isAsExpected(Period length) {
        return until.equals(expectedUntil(length)) || until.equals(from.plus(length));
    }
}
