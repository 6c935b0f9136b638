package fr.acse.payment;

import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Compares the ledger with the cases: each order and each allowance has the bookings of its state, once, and there are no others. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
@RequiredArgsConstructor
public class LedgerCheck {

    /** Balance of an account, in cents. */
    public record Balance(String account, Cents cents) {}

    /**
     * Where ledger and cases differ.
     *
     * @param what as in {@link Booking}, or STATE where a claim and its order disagree
     * @param number of the claim, of the allowance, or of the booking where there is neither
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

    /** All balances at one moment, in the order of {@link Booking.Account}. Their sum is 0. */
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
