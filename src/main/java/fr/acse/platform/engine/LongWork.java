package fr.acse.platform.engine;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A deployment reads and tries all its models between two statements. On a slow machine this takes longer than a transaction may stand
 * still, so it has more time.
 */
class LongWork extends CommandInterceptor {

    private final JdbcTemplate jdbc;

    LongWork(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof DeployCmd || command instanceof TakesLong) {
            jdbc.execute("set local idle_in_transaction_session_timeout = '5min'");
        }
        return next.execute(command);
    }
}
