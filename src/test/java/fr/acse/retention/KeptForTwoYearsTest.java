package fr.acse.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case is kept until two years after the day on which it closed; that day is shown to the supervisors. */
class KeptForTwoYearsTest {

    @ParameterizedTest
    @CsvSource({
        // on this day, cases that closed on this day or later are kept
        "2030-02-27, 2028-02-28",
        "2030-02-28, 2028-03-01",
        "2030-03-01, 2028-03-02",
        "2028-02-29, 2026-03-01",
        "2028-03-01, 2026-03-02"
    })
    void whatClosedOnALeapDayIsKeptUntilTheLastDayOfFebruary(LocalDate day, LocalDate firstKept) {
        assertThat(RetentionService.firstKeptOn(day)).isEqualTo(firstKept);
    }

    @Test
    void noCaseIsErasedBeforeItsDayNorKeptBeyondIt() {
        for (LocalDate day = LocalDate.of(2027, 1, 1); day.getYear() < 2033; day = day.plusDays(1)) {
            LocalDate firstKept = RetentionService.firstKeptOn(day);
            assertThat(firstKept.plus(RetentionService.KEPT)).isAfter(day);
            assertThat(firstKept.minusDays(1).plus(RetentionService.KEPT)).isBeforeOrEqualTo(day);
        }
    }
}
