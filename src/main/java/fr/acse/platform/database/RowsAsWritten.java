package fr.acse.platform.database;

import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a row without a query for it. Most of our rows bring their own id, so Spring Data would first query whether the row exists.
 * A saved row is new, or was read in the same transaction. A second row with the same id is refused.
 */
@EnableJpaRepositories(basePackages = "fr.acse", repositoryBaseClass = RowsAsWritten.Repository.class)
@Configuration
class RowsAsWritten {

    /** Base class of all repositories of this application. */
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
