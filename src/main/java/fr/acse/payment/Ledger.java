package fr.acse.payment;

import fr.acse.codes.Login;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of money that was spent, owed and paid. Bookings are only added: a database trigger refuses changes, deletions and bookings
 * that do not balance. A counter-booking cancels a wrong booking.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
@RequiredArgsConstructor
class Ledger {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /** @param subject id of a payment order or an allowance; the database allows each subject one booking of a kind */
    void book(Booking what, UUID subject, Cents amount, Login by) {
        long booking = begin(what, subject, null, by);
        jdbc.update(
                "insert into ledger_entry (booking, account, cents) values (?, ?, ?), (?, ?, ?)",
                booking,
                what.debit().name(),
                amount.value(),
                booking,
                what.credit().name(),
                -amount.value());
    }

    /** Cancels a booking by a counter-booking with the opposite amounts. */
    void counter(Booking what, UUID subject, Login by) {
        Long wrong = jdbc.queryForObject(
                "select id from ledger_booking where subject = ? and kind = ? and counters is null",
                Long.class,
                subject,
                what.name());
        long booking = begin(what, subject, wrong, by);
        jdbc.update(
                "insert into ledger_entry (booking, account, cents)"
                        + " select ?, account, -cents from ledger_entry where booking = ?",
                booking,
                wrong);
    }

    private long begin(Booking what, UUID subject, Long counters, Login by) {
        return jdbc.queryForObject(
                "insert into ledger_booking (kind, subject, booked_at, booked_by, counters) values (?, ?, ?, ?, ?) returning id",
                Long.class,
                what.name(),
                subject,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.value(),
                counters);
    }
}
