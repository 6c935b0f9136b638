package fr.acse.platform.login;

import fr.acse.casefile.Keys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Stores the sessions of the web applications in the database. Any node can serve a session, and a session survives the end of a node. The
 * content of a session is encrypted, and its cookie is signed. A person who can read or write the table cannot act as another person.
 */
@Configuration
@ConditionalOnWebApplication
class SharedSessions {

    private static final String BOUND_TO = "session";
    private static final int MOST_BYTES = 100_000;

    /** Lifetime of the session that the login page creates before the login. */
    private static final Duration BEFORE_LOGIN = Duration.ofMinutes(10);

    /** The only classes whose objects a session may contain. */
    private static final ObjectInputFilter HELD = ObjectInputFilter.Config.createFilter("maxbytes=" + MOST_BYTES
            + ";org.camunda.bpm.webapp.impl.security.auth.*;java.lang.*;java.util.*;java.time.*;!*");

    @Bean
    CookieSerializer sessionCookies(Keys keys) {
        return new SignedSessionCookies(keys);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> forPostgres() {
        return repository -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
            repository.setDefaultMaxInactiveInterval(BEFORE_LOGIN);
        };
    }

    /** Each SQL statement for a session has its own transaction. If only half of a session was saved, the person must log in again. */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    @Bean
    GenericConversionService springSessionConversionService(Keys keys) {
        GenericConversionService service = new GenericConversionService();
        service.addConverter(Object.class, byte[].class, value -> sealed(keys, value));
        service.addConverter(byte[].class, Object.class, bytes -> opened(keys, bytes));
        return service;
    }

    private static byte[] sealed(Keys keys, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
            out.flush();
            return keys.seal(bytes.toByteArray(), BOUND_TO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns null for a session value that was changed in the table or whose key is missing. The person must then log in again. */
    private static Object opened(Keys keys, byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(keys.open(bytes, BOUND_TO)))) {
            in.setObjectInputFilter(HELD);
            return in.readObject();
        } catch (Keys.Unusable | IOException | ClassNotFoundException notOurs) {
            return null;
        }
    }
}
