package fr.acse.payment;

import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the ledger with the cases: each payment order and each allowance must have exactly the bookings of its state. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
@RequiredArgsConstructor
public class LedgerCheck {

    /** The balance of a ledger account. */
    public record Balance(String account, Cents cents) {}

    /**
     * A difference between the ledger and the cases.
     *
     * @param what kind of the booking, a name of {@link Booking}, or STATE if a claim and its payment order disagree
     * @param number of the claim or of the allowance; if there is neither, the number of the booking
     */
    public record Difference(String what, String subject, long number, Cents inLedger, Cents inCases) {}

    private final JdbcTemplate jdbc;

    public List<Difference> differences() {
        return jdbc.query(
                "select * from ledger_difference order by kind, number",
                (row, index) -> new Difference(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getLong("number"),
                        new Cents(row.getLong("in_ledger")),
                        new Cents(row.getLong("in_cases"))));
    }

    /** The balances of all accounts, in the order of {@link Booking.Account}. The sum of all balances is 0. */
    public List<Balance> balances() {
        return Arrays.stream(Booking.Account.values())
                .map(each -> new Balance(
                        each.name(),
                        new Cents(jdbc.queryForObject(
                                "select coalesce(sum(cents), 0) from ledger_entry where account = ?",
                                Long.class,
                                each.name()))))
                .toList();
    }
}
