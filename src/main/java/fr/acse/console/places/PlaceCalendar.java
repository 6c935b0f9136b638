package fr.acse.console.places;

import fr.acse.codes.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the state of the places of shelters, and the day on which each place is expected to be free. */
@Component
@RequiredArgsConstructor
class PlaceCalendar {

    enum State {
        FREE,
        HELD,
        OCCUPIED,
        CLOSED
    }

    /**
     * A place of a shelter.
     *
     * @param reference reference of the case that has the place, or null
     * @param freeFrom day on which the place is expected to be free, or null if unknown. The day is the end of the hold or closure, the
     *     proposed leaving day of the woman, or the end of the stay that the interview planned
     */
    record Spot(String shelter, int number, State state, String reference, LocalDate freeFrom) {}

    /**
     * A woman who lives, or has a held place, at an address that was given up.
     *
     * @param lives true if the woman lives at the address, false if a place is held for her at the address
     * @param elsewhere whether the woman also has a place at an address that is in use
     */
    record Left(String shelter, String reference, boolean lives, boolean elsewhere, Instant since) {}

    /** A shelter whose address is frozen or was given up. */
    record Address(String shelter, Instant frozenAt, Instant retiredAt) {}

    private static final String PLACES = """
            select p.shelter, p.number, p.closed_until, p.in_service, a.reference, a.occupied, a.expires_at,
              coalesce(
                (select l.leaving_day from leaving l
                  where l.reference = a.reference and l.answer is null order by l.proposed_at desc limit 1),
                (select (a.held_at + make_interval(months => i.stay_months))::date
                  from interview i
                  where i.reference = a.reference and i.shelter = a.shelter and i.result = 'favourable'
                  order by i.recorded_at desc limit 1)) as expected
            from place p
            join shelter s on s.code = p.shelter
            left join allocation a on a.shelter = p.shelter and a.number = p.number and a.released_at is null
            where (? or p.shelter = any (?)) and (p.in_service or a.reference is not null) and s.retired_at is null
            order by p.shelter, p.number
            """;

    private static final String LEFT = """
            select distinct a.shelter, a.reference, a.occupied, s.retired_at,
              exists (select 1 from allocation o
                join shelter os on os.code = o.shelter and os.retired_at is null
                where o.reference = a.reference and o.released_at is null) as elsewhere
            from allocation a join shelter s on s.code = a.shelter
            where a.released_at is null and s.retired_at is not null
            order by a.shelter, a.reference
            """;

    private final JdbcTemplate jdbc;
    private final Days days;

    /** @param shelters codes of the shelters; empty for all shelters of the network */
    @Transactional(readOnly = true)
    public List<Spot> places(Optional<Set<String>> shelters) {
        return jdbc.query(
                PLACES,
                (row, number) -> spot(row),
                shelters.isEmpty(),
                shelters.orElse(Set.of()).toArray(String[]::new));
    }

    /** All women who live, or have a held place, at an address that was given up. */
    @Transactional(readOnly = true)
    public List<Left> left() {
        return jdbc.query(
                LEFT,
                (row, number) -> new Left(
                        row.getString("shelter"),
                        row.getString("reference"),
                        row.getBoolean("occupied"),
                        row.getBoolean("elsewhere"),
                        instant(row, "retired_at")));
    }

    /** The shelters whose address is frozen or was given up. */
    @Transactional(readOnly = true)
    public List<Address> addresses() {
        return jdbc.query(
                "select code, frozen_at, retired_at from shelter where frozen_at is not null or retired_at is not null order by code",
                (row, number) ->
                        new Address(row.getString("code"), instant(row, "frozen_at"), instant(row, "retired_at")));
    }

    private Spot spot(ResultSet row) throws SQLException {
        String reference = row.getString("reference");
        Instant closedUntil = instant(row, "closed_until");
        State state;
        LocalDate freeFrom = null;
        if (reference != null) {
            boolean occupied = row.getBoolean("occupied");
            state = occupied ? State.OCCUPIED : State.HELD;
            LocalDate expected = row.getObject("expected", LocalDate.class);
            freeFrom = occupied || expected != null ? notPast(expected) : day(instant(row, "expires_at"));
        } else if (closedUntil != null && closedUntil.isAfter(days.now())) {
            state = State.CLOSED;
            freeFrom = day(closedUntil);
        } else {
            state = State.FREE;
        }
        return new Spot(row.getString("shelter"), row.getInt("number"), state, reference, freeFrom);
    }

    /** The day, or null if the day has passed. */
    private LocalDate notPast(LocalDate day) {
        return day == null || day.isBefore(days.today()) ? null : day;
    }

    private LocalDate day(Instant at) {
        return at == null ? null : days.of(at);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
