package fr.acse.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose commits fail as if the node was killed, before the commit or after it, if a test says so. */
@TestConfiguration
public class InterruptedCommits {

    /** When a node is killed. */
    enum Crash {
        NEVER,
        BEFORE_THE_COMMIT,
        AFTER_IT
    }

    private static volatile Crash crash = Crash.NEVER;
    /** The thread of the test; what others commit meanwhile is not interrupted. */
    private static volatile Thread player;

    private static int interrupted = -1;
    private static int commits;
    private static int crashes;

    @Bean
    static BeanPostProcessor interrupting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") ? new Interrupting((DataSource) bean) : bean;
            }
        };
    }

    /** From now on, nothing is interrupted until {@link #atCommit}. */
    static void begin(Crash when) {
        player = Thread.currentThread();
        crash = when;
        crashes = 0;
        interrupted = -1;
    }

    /** Interrupts one of the commits that follow, counted from 0; none with -1. */
    static void atCommit(int number) {
        commits = 0;
        interrupted = number;
    }

    /** How many commits were interrupted. */
    static int crashes() {
        return crashes;
    }

    private static final class Interrupting extends DelegatingDataSource {

        Interrupting(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return crash == Crash.NEVER || Thread.currentThread() != player ? connection : interrupted(connection);
        }

        private static Connection interrupted(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Interrupting.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        boolean now = method.getName().equals("commit") && isTurn();
                        if (now && crash == Crash.BEFORE_THE_COMMIT) {
                            connection.rollback();
                            throw new SQLException("The node was killed before the commit", "08006");
                        }
                        try {
                            Object answer = method.invoke(connection, arguments);
                            if (now) {
                                throw new SQLException("The node was killed after the commit", "08006");
                            }
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private static boolean isTurn() {
            boolean turn = commits == interrupted;
            commits++;
            crashes += turn ? 1 : 0;
            return turn;
        }
    }
}
