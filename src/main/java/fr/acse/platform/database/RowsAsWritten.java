package fr.acse.platform.database;

import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a row without a query for the row. Most rows have an id before they are saved, and Spring Data would first query whether such a row
 * exists. A saved row is new, or was read in the same transaction. The database refuses a second row with the same id.
 */
@EnableJpaRepositories(basePackages = "fr.acse", repositoryBaseClass = RowsAsWritten.Repository.class)
@Configuration
class RowsAsWritten {

    /** Base class of all Spring Data repositories of this application. */
    static class Repository<T, I> extends SimpleJpaRepository<T, I> {

        private final EntityManager entities;

        Repository(JpaEntityInformation<T, ?> information, EntityManager entities) {
            super(information, entities);
            this.entities = entities;
        }

        @Override
        @Transactional
        public <S extends T> S save(S row) {
            if (!entities.contains(row)) {
                entities.persist(row);
            }
            return row;
        }
    }
}
