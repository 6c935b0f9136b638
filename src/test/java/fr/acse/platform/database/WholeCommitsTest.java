package fr.acse.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import jakarta.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.orm.jpa.EntityManagerFactoryBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProcessTest
class WholeCommitsTest {

    @Autowired
    PlatformTransactionManager ours;

    @Autowired
    EntityManagerFactoryBuilder factories;

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aStepThatIsCommittedWhileItsNodeEndsIsNotWrittenByHalf() {
        LocalContainerEntityManagerFactoryBean another =
                factories.dataSource(dataSource).packages("fr.acse").build();
        another.afterPropertiesSet();
        EntityManagerFactory entities = another.getObject();
        WholeCommits commits = new WholeCommits();
        commits.setEntityManagerFactory(entities);
        commits.setDataSource(dataSource);
        commits.setJpaDialect(new HibernateJpaDialect());
        commits.afterPropertiesSet();

        assertThatThrownBy(() -> new TransactionTemplate(commits).executeWithoutResult(status -> {
                    jdbc.update("insert into former_login values ('half', now())");
                    entities.close();
                }))
                .satisfies(failure -> assertThat(DatabaseFailure.of(failure)).contains(DatabaseFailure.AWAY));

        assertThat(jdbc.queryForList("select login from former_login where login = 'half'"))
                .isEmpty();
        assertThat(ours).isInstanceOf(WholeCommits.class);
    }
}
