package fr.acse.console.report;

import fr.acse.ProcessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each test invents a year of its own. */
@ProcessTest
abstract class OfAnInventedYear {

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    InventedYear year;

    @BeforeEach
    void nothingHappened() {
        year = new InventedYear(jdbc, port);
    }

    @AfterEach
    void forget() {
        year.forget();
    }
}
