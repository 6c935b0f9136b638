package fr.acse.platform.start;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's jar brings no database, so it says what is missing. */
@Configuration
@ConditionalOnExpression("'${spring.datasource.url:}' == ''")
@ConditionalOnMissingClass(EmbeddedDatabase.LIBRARY)
class NoDatabase {

    @Bean
    DataSource dataSource() {
        throw new StartFailure("start.noDatabase");
    }
}
