package fr.acse.search;

import java.time.LocalDate;

/** How two birth dates are alike. */
enum BirthDates {
    SAME,
    /** Day and month are exchanged, or one digit is different. */
    SIMILAR,
    /** One of them is unknown, or is a 1 January that stands for an unknown day. */
    UNKNOWN,
    DIFFERENT;

    static BirthDates of(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return UNKNOWN;
        }
        if (one.equals(other)) {
            return SAME;
        }
        if (!says(one) || !says(other)) {
            return UNKNOWN;
        }
        boolean exchanged = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        return exchanged || differentDigits(one.toString(), other.toString()) == 1 ? SIMILAR : DIFFERENT;
    }

    private static int differentDigits(String one, String other) {
        int different = 0;
        for (int at = 0; at < Math.min(one.length(), other.length()); at++) {
            different += one.charAt(at) == other.charAt(at) ? 0 : 1;
        }
        return different;
    }

    /** Many people who do not know their birthday are registered on 1 January. */
    static boolean says(LocalDate born) {
        return born != null && born.getDayOfYear() > 1;
    }
}
