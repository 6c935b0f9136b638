package fr.acse.platform.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acse.ProcessTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** If a rule of the gate forgot an expression, it would still reach nothing. */
@ProcessTest
class ModelExpressionsTest {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('untouched.Hit').newInstance()}",
                "${dataSource}",
                "${jdbcTemplate.execute('select 1')}",
                "#{openCaseFileDelegate.referrals}"
            })
    void anExpressionReachesNothing(String expression) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> configuration
                                .getExpressionManager()
                                .createExpression(expression)
                                .getValue(StartProcessVariableScope.getSharedInstance())))
                .hasMessageContaining("Expressions do not");
    }
}
