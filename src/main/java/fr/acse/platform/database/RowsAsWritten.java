package fr.acse.platform.database;

import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saves a row without looking for it first. Most of our rows bring their id, so that Spring Data would take each for one that may
 * be there already. Whatever is saved here is new, or was read in the same transaction; a second row with the same id is refused.
 */
@EnableJpaRepositories(basePackages = "fr.acse", repositoryBaseClass = RowsAsWritten.Repository.class)
@Configuration
class RowsAsWritten {

    /** What every repository of this application does. */
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
