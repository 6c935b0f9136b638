package fr.acse.platform.database;

import fr.acse.platform.start.StartFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Creates or migrates the tables at the start. If this version cannot migrate the tables, the start fails with an explanation. */
@Component
record TablesOfThisVersion(Connections.DatabaseAddress place) implements FlywayMigrationStrategy {

    /** @throws StartFailure if the tables are of a version that this version of the application cannot migrate */
    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException others) {
            throw new StartFailure("start.otherTables", place.inWords());
        }
    }
}
