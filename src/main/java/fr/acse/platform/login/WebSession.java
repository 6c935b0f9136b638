package fr.acse.platform.login;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The login of the web applications, which the engine keeps in the session. It ends when its person does nothing for a while. */
@Component
public class WebSession implements Entrance {

    private static final String ACTIVE_AT = "acse.activeAt";
    private static final String PASSWORD = "acse.password";
    private static final String SECOND_FACTOR = "acse.secondFactor";

    /** Requests that pages send by themselves, even if nobody is there. */
    private static final Pattern BY_ITSELF = Pattern.compile(".*/filter/[^/]+/(list|count)|.*/auth/user/[^/]+");

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final Duration idle;

    WebSession(JdbcTemplate jdbc, Clock clock, @Value("${acse.session.idle}") Duration idle) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.idle = idle;
    }

    @Override
    public Login person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var logins = AuthenticationUtil.getAuthsFromSession(session).getAuthentications();
        if (logins.isEmpty()) {
            return null;
        }
        Login person = new Login(logins.get(0).getIdentityId());
        if (passwordChanged(session, person)) {
            session.invalidate();
            return null;
        }
        Instant now = clock.instant();
        Instant active = (Instant) session.getAttribute(ACTIVE_AT);
        if (active != null && active.plus(idle).isBefore(now)) {
            session.invalidate();
            return null;
        }
        if (active == null || !BY_ITSELF.matcher(request.getRequestURI()).matches()) {
            session.setAttribute(ACTIVE_AT, now);
        }
        return person;
    }

    /** A new password ends the sessions with the old one; a person who was deleted has no session. */
    private boolean passwordChanged(HttpSession session, Login person) {
        List<String> stored =
                jdbc.queryForList("select pwd_ from act_id_user where id_ = ?", String.class, person.value());
        Object known = session.getAttribute(PASSWORD);
        if (known == null && !stored.isEmpty()) {
            session.setAttribute(PASSWORD, stored.get(0));
            return false;
        }
        return stored.isEmpty() || !stored.get(0).equals(known);
    }

    @Override
    public boolean hasShownSecondFactor(HttpServletRequest request, Login person) {
        return request.getSession().getAttribute(SECOND_FACTOR) != null;
    }

    @Override
    public boolean isForDeployingOnly(HttpServletRequest request) {
        return false;
    }

    @Override
    public void askForLogin(HttpServletResponse answer) throws IOException {
        Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
    }

    static void secondFactorShown(HttpServletRequest request) {
        request.getSession().setAttribute(SECOND_FACTOR, true);
    }
}
