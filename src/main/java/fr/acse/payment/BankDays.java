package fr.acse.payment;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** The days on which banks carry out transfers, from the TARGET calendar of the European Central Bank. */
final class BankDays {

    private static final HolidayManager TARGET = HolidayManager.getInstance(ManagerParameters.create("target"));
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private BankDays() {}

    static boolean is(LocalDate day) {
        return !WEEKEND.contains(day.getDayOfWeek()) && !TARGET.isHoliday(day);
    }

    /** The day itself if banks work on it, otherwise the next day on which banks work. */
    static LocalDate from(LocalDate day) {
        LocalDate next = day;
        while (!is(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
