package fr.acse.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.Network;
import fr.acse.ProcessTest;
import fr.acse.platform.start.Command;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger: what was spent, owed and paid, and that nobody changes it afterwards. */
@ProcessTest
class LedgerTest {

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    LedgerCheck ledger;

    @Autowired
    @Qualifier("ledgerCheckCommand")
    Command command;

    private Map<String, Long> before;

    @BeforeEach
    void nothingWaitsToBePaid() {
        network.sendWhatWaits();
        before = balances();
    }

    @Test
    void anAllowanceOfTheNetworkIsSpentAndTheCashIsGone() {
        network.payAllowance(network.arrived());

        assertThat(moved()).containsExactlyInAnyOrderEntriesOf(Map.of("ALLOWANCES", 30400L, "CASH", -30400L));
    }

    @Test
    void aClaimIsOwedThenSentThenPaid() {
        network.approveClaim(network.arrived());
        long cents = moved().get("TRAVEL");
        assertThat(moved()).containsExactlyInAnyOrderEntriesOf(Map.of("TRAVEL", cents, "OWED", -cents));

        String run = network.start("payment-run", "start-payment-run", "finance");
        assertThat(moved()).as("nobody has released the run").containsEntry("OWED", -cents);
        network.complete(run, "task_releaseRun", "finance2");
        assertThat(moved()).containsExactlyInAnyOrderEntriesOf(Map.of("TRAVEL", cents, "IN_TRANSIT", -cents));

        network.complete(run, "task_recordBankAnswer", "finance");
        assertThat(moved()).containsExactlyInAnyOrderEntriesOf(Map.of("TRAVEL", cents, "BANK", -cents));
        assertThat(ledger.differences()).isEmpty();
    }

    @Test
    void whatTheBankRefusesIsCounteredAndNothingIsTakenAway() {
        network.approveClaim(network.arrived());
        String run = network.start("payment-run", "start-payment-run", "finance");
        network.complete(run, "task_releaseRun", "finance2");
        long bookings = count("ledger_booking");

        network.complete(
                run, "task_recordBankAnswer", "finance", "bankAnswer", "refused", "bankReason", "accountClosed");

        assertThat(moved()).isEmpty();
        assertThat(count("ledger_booking")).isEqualTo(bookings + 2);
        assertThat(ledger.differences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set cents = cents + 1",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update ledger_booking set booked_by = 'nobody'",
                "delete from ledger_booking",
                "truncate ledger_booking cascade"
            })
    void nobodyChangesTheLedger(String attempt) {
        network.payAllowance(network.arrived());

        assertThatThrownBy(() -> jdbc.execute(attempt)).hasMessageContaining("only added to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "('ALLOWANCES', 100)",
                "('ALLOWANCES', 100), ('CASH', -99)",
                "('ALLOWANCES', 100), ('BANK', -100)",
                "('ALLOWANCES', 100), ('CASH', -200), ('BANK', 100)",
                "('ALLOWANCES', -100), ('CASH', 100)"
            })
    void aBookingThatDoesNotBalanceInItsAccountsIsRefused(String entries) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Long booking = jdbc.queryForObject(
                            "insert into ledger_booking (kind, subject, booked_at, booked_by)"
                                    + " values ('HANDED_OVER', ?, now(), 'finance') returning id",
                            Long.class,
                            UUID.randomUUID());
                    if (!entries.isEmpty()) {
                        jdbc.update("insert into ledger_entry (booking, account, cents)"
                                + " select %d, account, cents from (values %s) as e (account, cents)"
                                        .formatted(booking, entries));
                    }
                }))
                .rootCause()
                .hasMessageContaining("Booking");
        assertThat(moved()).isEmpty();
    }

    @Test
    void nothingIsBookedOrCounteredTwice() {
        String reference = network.arrived();
        network.payAllowance(reference);
        UUID allowance = jdbc.queryForObject("select id from allowance where reference = ?", UUID.class, reference);

        assertThatThrownBy(() -> jdbc.update(
                        "insert into ledger_booking (kind, subject, booked_at, booked_by) values ('HANDED_OVER', ?, now(), 'x')",
                        allowance))
                .hasMessageContaining("booked_once");
        Long booking = jdbc.queryForObject("select id from ledger_booking where subject = ?", Long.class, allowance);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    Long counter = jdbc.queryForObject(
                            "insert into ledger_booking (kind, subject, booked_at, booked_by, counters)"
                                    + " values ('HANDED_OVER', ?, now(), 'x', ?) returning id",
                            Long.class,
                            allowance,
                            booking);
                    jdbc.update(
                            "insert into ledger_entry (booking, account, cents) values (?, 'ALLOWANCES', -1), (?, 'CASH', 1)",
                            counter,
                            counter);
                }))
                .rootCause()
                .hasMessageContaining("does not mirror");
    }

    @Test
    void theAuditorSeesWhichClaimDiffersAndByHowMuch() {
        String reference = network.arrived();
        network.approveClaim(reference);
        Integer number =
                jdbc.queryForObject("select number from travel_claim where reference = ?", Integer.class, reference);
        assertThat(command.run(List.of()).well()).isTrue();
        assertThat(command.run(List.of()).words()).contains("Spent on travel: ", "Ledger and cases agree.");

        String change = "update payment_order set amount_cents = amount_cents + ? where claim ="
                + " (select id from travel_claim where reference = ?)";
        jdbc.update(change, 100, reference);
        try {
            Command.Result result = command.run(List.of());
            assertThat(result.well()).isFalse();
            assertThat(result.words())
                    .contains("Travel claim " + number + ", payment ordered: ", "2 differences", "counter-booking")
                    .doesNotContain(reference);
        } finally {
            jdbc.update(change, -100, reference);
        }
    }

    @Test
    void theCodeBooksInTheAccountsThatTheDatabaseKnows() {
        Map<String, String> inCode = Arrays.stream(Booking.values())
                .collect(Collectors.toMap(Booking::name, each -> each.debit() + " " + each.credit()));

        assertThat(jdbc.queryForList("select kind, debit || ' ' || credit as accounts from ledger_kind").stream()
                        .collect(Collectors.toMap(row -> row.get("kind"), row -> row.get("accounts"))))
                .isEqualTo(inCode);
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    private Map<String, Long> balances() {
        return ledger.balances().stream()
                .collect(Collectors.toMap(
                        LedgerCheck.Balance::account, each -> each.cents().value()));
    }

    /** What is in each account more than before, where it is not the same. */
    private Map<String, Long> moved() {
        return balances().entrySet().stream()
                .filter(each -> !each.getValue().equals(before.get(each.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue() - before.get(each.getKey())));
    }
}
