package fr.acse.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements of a test's own thread while the test says so. */
@TestConfiguration
public class CountedStatements {

    /** Fetches a block of ids. Which step needs the next one depends on everything before it, but none needs two. */
    private static final String BLOCK_OF_IDS = "select nextval";

    private static volatile Thread counted;
    private static long taken;
    private static long blocks;

    @Bean
    static BeanPostProcessor counting() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") ? new Counting((DataSource) bean) : bean;
            }
        };
    }

    static void begin() {
        counted = Thread.currentThread();
        taken = 0;
        blocks = 0;
    }

    /** Ends what began. @return how many statements were taken meanwhile */
    static long end() {
        counted = null;
        return taken + Math.max(0, blocks - 1);
    }

    private static boolean isCounted() {
        return Thread.currentThread() == counted;
    }

    private static final class Counting extends DelegatingDataSource {

        private final DataSource listening;

        Counting(DataSource target) {
            super(target);
            listening = ProxyDataSourceBuilder.create(target)
                    .afterQuery((execution, queries) -> {
                        if (isCounted()) {
                            long fetched = queries.stream()
                                    .filter(each -> each.getQuery().startsWith(BLOCK_OF_IDS))
                                    .count();
                            blocks += fetched;
                            taken += queries.size() - fetched;
                        }
                    })
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return isCounted() ? listening.getConnection() : super.getConnection();
        }
    }
}
