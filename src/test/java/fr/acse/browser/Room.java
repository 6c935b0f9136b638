package fr.acse.browser;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tests of a fork share one application in any order, so the shelter that they all use has room for all their cases, and is
 * open.
 */
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

    /** After a test in which its address was given up. */
    void open() {
        jdbc.update("update shelter set frozen_at = null, retired_at = null, retired_by = null where code = 's01'");
        jdbc.update("update breach set decision = 'kept', decided_at = now() where decision is null");
    }
}
