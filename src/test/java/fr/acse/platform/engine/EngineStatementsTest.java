package fr.acse.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acse.ProcessTest;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine of these tests read its statements by itself, as it does when nobody began to. */
@ProcessTest
class EngineStatementsTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    DataSource dataSource;

    @Test
    void whatIsReadBesideTheStartIsWhatTheEngineReads() {
        Configuration itself = of((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
        Configuration beside = of(begunBefore(new SpringProcessEngineConfiguration()));

        // Those of the tasks that somebody may see come later, in both.
        Predicate<String> ours = name -> itself.hasStatement("fr.acse." + name.replace("fr.acse.", ""));
        assertThat(itself.getMappedStatementNames())
                .filteredOn(ours.negate())
                .hasSizeGreaterThan(500)
                .containsExactlyInAnyOrderElementsOf(beside.getMappedStatementNames());
        assertThat(sql(beside)).isEqualTo(sql(itself)).contains("from ACT_RU_TASK RES");
        assertThat(beside.getDefaultExecutorType()).isEqualTo(itself.getDefaultExecutorType());
        assertThat(beside.getDefaultStatementTimeout()).isEqualTo(itself.getDefaultStatementTimeout());
        assertThat(beside.isLazyLoadingEnabled()).isEqualTo(itself.isLazyLoadingEnabled());
        assertThat(beside.getVariables()).isEqualTo(itself.getVariables());
        assertThat(beside.getEnvironment().getTransactionFactory())
                .hasSameClassAs(itself.getEnvironment().getTransactionFactory());
        assertThat(beside.getEnvironment().getDataSource())
                .hasSameClassAs(itself.getEnvironment().getDataSource());
    }

    @Test
    void anEngineWhoseTablesHaveOtherNamesReadsItsOwn() {
        SpringProcessEngineConfiguration other = new SpringProcessEngineConfiguration();
        other.setDatabaseTablePrefix("other.");

        assertThat(begunBefore(other).getSqlSessionFactory()).isNull();
    }

    @Test
    void whatWasReadServesOneEngineOnly() {
        begunBefore(new SpringProcessEngineConfiguration());
        SpringProcessEngineConfiguration second = new SpringProcessEngineConfiguration();

        new EngineStatements().preInit(second);

        assertThat(second.getSqlSessionFactory()).isNull();
    }

    private ProcessEngineConfigurationImpl begunBefore(SpringProcessEngineConfiguration configuration) {
        configuration.setDataSource(dataSource);
        EngineStatements.begin();
        new EngineStatements().preInit(configuration);
        return configuration;
    }

    private static Configuration of(ProcessEngineConfigurationImpl configuration) {
        return configuration.getSqlSessionFactory().getConfiguration();
    }

    private static String sql(Configuration statements) {
        return statements
                .getMappedStatement("selectTaskByQueryCriteria")
                .getBoundSql(new TaskQueryImpl())
                .getSql();
    }
}
