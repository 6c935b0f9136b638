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
 * Logins of the web applications live in the database: any node serves them, and none dies with its node. What a session holds is
 * encrypted, and its cookie is signed: neither who reads the table nor who writes into it can be somebody else.
 */
@Configuration
@ConditionalOnWebApplication
class SharedSessions {

    private static final String BOUND_TO = "session";
    private static final int MOST_BYTES = 100_000;

    /** Of a visitor who has not logged in yet: the login page makes one. */
    private static final Duration BEFORE_LOGIN = Duration.ofMinutes(10);

    /** The only classes that a session may hold. */
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

    /** Each statement by itself: a session that is saved half is logged in again. */
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

    /** A value that was changed in the table, or sealed with a key that is gone, is none: she logs in again. */
    private static Object opened(Keys keys, byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(keys.open(bytes, BOUND_TO)))) {
            in.setObjectInputFilter(HELD);
            return in.readObject();
        } catch (Keys.Unusable | IOException | ClassNotFoundException notOurs) {
            return null;
        }
    }
}
