package fr.acse.bench;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections whose statements are counted, by {@link QueryCountHolder}, while a test says so. */
@TestConfiguration
public class CountedStatements {

    private static volatile boolean isCounting;

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
        isCounting = true;
    }

    static void end() {
        isCounting = false;
    }

    private static final class Counting extends DelegatingDataSource {

        private final DataSource counted;

        Counting(DataSource target) {
            super(target);
            counted = ProxyDataSourceBuilder.create(target).countQuery().build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            return isCounting ? counted.getConnection() : super.getConnection();
        }
    }
}
