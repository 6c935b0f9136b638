package fr.acse.platform.database;

import fr.acse.platform.start.StartFailure;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/** Makes or changes the tables when the application starts. Tables that this version cannot change are refused in words. */
@Component
record TablesOfThisVersion(Connections.DatabaseAddress place) implements FlywayMigrationStrategy {

    /** @throws StartFailure if the tables were made by a version that this one does not follow */
    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayValidateException others) {
            throw new StartFailure("start.otherTables", place.inWords());
        }
    }
}
