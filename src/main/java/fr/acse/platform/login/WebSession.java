package fr.acse.platform.login;

import com.google.re2j.Pattern;
import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The login in the session of a web application. The session ends after the person is idle for {@code acse.session.idle}. */
@Component
public class WebSession implements Entrance {

    private static final String ACTIVE_AT = "acse.activeAt";
    private static final String LOGIN = "acse.login";
    private static final String PASSWORD = "acse.password";
    private static final String SECOND_FACTOR = "acse.secondFactor";

    /** Requests that pages send automatically, even if no person uses the page. */
    private static final Pattern BY_ITSELF = Pattern.compile(".*/filter/[^/]+/(list|count)|.*/auth/user/[^/]+");

    /** Header with which the pages of this application mark automatic requests. */
    private static final String BY_ITSELF_TOO = "X-By-Itself";

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration idle;

    WebSession(JdbcTemplate jdbc, Clock clock, @Value("${acse.session.idle}") Duration idle) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.idle = idle;
    }

    /**
     * Fills the session of a person who has entered the right password. The attribute {@code acse.login} names the person and the session.
     * If this attribute is copied into another session in the database, the other session is not valid.
     */
    void begin(HttpSession session) {
        logins(session).stream().findFirst().ifPresent(person -> {
            session.setMaxInactiveInterval((int) idle.toSeconds());
            session.setAttribute(LOGIN, boundTo(session, person));
            session.setAttribute(PASSWORD, storedPassword(person).orElse(""));
            session.setAttribute(ACTIVE_AT, clock.instant());
        });
    }

    @Override
    public Login person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Login person =
                session == null ? null : logins(session).stream().findFirst().orElse(null);
        if (person == null) {
            return null;
        }
        Instant now = clock.instant();
        if (!isValid(session, person, now)) {
            session.invalidate();
            return null;
        }
        if (!BY_ITSELF.matcher(request.getRequestURI()).matches() && request.getHeader(BY_ITSELF_TOO) == null) {
            session.setAttribute(ACTIVE_AT, now);
        }
        return person;
    }

    /** A new password ends the sessions that began with the old password. A deleted person has no valid session. */
    private boolean isValid(HttpSession session, Login person, Instant now) {
        return boundTo(session, person).equals(session.getAttribute(LOGIN))
                && storedPassword(person)
                        .filter(stored -> stored.equals(session.getAttribute(PASSWORD)))
                        .isPresent()
                && session.getAttribute(ACTIVE_AT) instanceof Instant active
                && !active.plus(idle).isBefore(now);
    }

    private static List<Login> logins(HttpSession session) {
        return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                .map(each -> new Login(each.getIdentityId()))
                .toList();
    }

    private static String boundTo(HttpSession session, Login person) {
        return session.getId() + "|" + person;
    }

    private Optional<String> storedPassword(Login person) {
        return jdbc
                .queryForList("select password from engine_person where login = ?", String.class, person.value())
                .stream()
                .findFirst();
    }

    /** Makes the engine renew the session's outdated copy of the person's groups, which Cockpit's own queries use. */
    @Override
    public void belongsTo(HttpServletRequest request, Set<String> groups) {
        AuthenticationUtil.getAuthsFromSession(request.getSession()).getAuthentications().stream()
                .filter(copy -> !Set.copyOf(copy.getGroupIds()).equals(groups))
                .forEach(copy -> copy.setCacheValidationTime(null));
    }

    @Override
    public boolean hasShownSecondFactor(HttpServletRequest request, Login person) {
        HttpSession session = request.getSession();
        return boundTo(session, person).equals(session.getAttribute(SECOND_FACTOR));
    }

    @Override
    public boolean isForDeployingOnly(HttpServletRequest request) {
        return false;
    }

    @Override
    public void askForLogin(HttpServletResponse answer) throws IOException {
        Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
    }

    static void secondFactorShown(HttpServletRequest request, Login person) {
        request.getSession().setAttribute(SECOND_FACTOR, boundTo(request.getSession(), person));
    }
}
