package fr.acse.placement.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.platform.gate.Gate;
import fr.acse.referral.Household;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose turn it is on the waiting list, by the table that is shipped. */
class PriorityTableTest {

    private static final PriorityTable SHIPPED =
            new PriorityTable(new ByteArrayInputStream(Gate.filesOfRelease().get("waiting-priority.dmn")));

    @ParameterizedTest
    @CsvSource({
        // urgent, pregnant, children, babies, days, points
        "false, false, 0, 0,  0,   0",
        "true,  false, 0, 0,  0, 100",
        "false, true,  0, 0,  0,  10",
        "false, false, 1, 0,  0,   5",
        "false, false, 1, 1,  0,  15",
        "false, false, 0, 0, 13,   0",
        "false, false, 0, 0, 14,  20",
        "false, false, 0, 0, 29,  20",
        "false, false, 0, 0, 30,  60",
        "true,  true,  2, 1, 30, 185"
    })
    void eachReasonGivesItsPoints(boolean urgent, boolean pregnant, int children, int babies, long days, int points) {
        assertThat(SHIPPED.points(urgent, household(children, babies, pregnant), days))
                .isEqualTo(points);
    }

    @Test
    void nobodyWaitsSoLongThatSheGoesBeforeSomebodyInDanger() {
        assertThat(SHIPPED.points(false, household(3, 1, true), 365))
                .isLessThan(SHIPPED.points(true, household(0, 0, false), 0));
    }

    private static Household household(int children, int babies, boolean pregnant) {
        return new Household(children, babies, 0, pregnant, false, "fr");
    }
}
