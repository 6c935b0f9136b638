package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.payment.AllowanceAmounts.Amount;
import fr.acse.payment.AllowanceAmounts.Counts;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceAmountsTest {

    private static final AllowanceAmounts AMOUNTS = new AllowanceAmounts(Map.of(
            LocalDate.of(2001, 1, 1), new Amount(30_400, Counts.PERSON),
            LocalDate.of(2027, 1, 1), new Amount(30_400, Counts.HOUSEHOLD),
            LocalDate.of(2028, 1, 1), new Amount(32_000, Counts.HOUSEHOLD)));

    @ParameterizedTest(name = "on {0} for a household of {1}: {2} cents")
    @CsvSource({
        "2026-12-31, 3, 30400",
        "2027-01-01, 3, 91200",
        "2027-01-01, 1, 30400",
        "2028-06-01, 3, 96000",
        "2001-01-01, 1, 30400"
    })
    void whoCountsAndHowMuchIsARow(LocalDate day, int household, long cents) {
        assertThat(AMOUNTS.on(day, household)).isEqualTo(new Cents(cents));
    }

    @Test
    void beforeTheFirstRowThereIsNoAmount() {
        assertThatThrownBy(() -> AMOUNTS.on(LocalDate.of(2000, 12, 31), 1)).isInstanceOf(IllegalStateException.class);
    }
}
