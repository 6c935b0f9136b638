package fr.acse.browser;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shelter that all tests of a fork use has room for the cases of each. */
class Room {

    private final JdbcTemplate jdbc;

    Room(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeRoom() {
        jdbc.update("insert into place (shelter, number) select 's01', number from generate_series(7, 60) number"
                + " on conflict do nothing");
    }
}
