package fr.acse.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The login of the web applications, which the engine keeps in the session. It ends when its person does nothing for a while. */
@Component
class WebSession {

    private static final String ACTIVE_AT = "acse.activeAt";
    private static final String SECOND_FACTOR = "acse.secondFactor";

    /** What pages ask for by themselves while nobody sits before them. */
    private static final Pattern BY_ITSELF = Pattern.compile(".*/filter/[^/]+/(list|count)|.*/auth/user/[^/]+");

    private final Clock clock;
    private final Duration idle;

    WebSession(Clock clock, @Value("${acse.session.idle}") Duration idle) {
        this.clock = clock;
        this.idle = idle;
    }

    /** Who is logged in, or null if nobody is, or not any more. */
    String person(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        var logins = AuthenticationUtil.getAuthsFromSession(session).getAuthentications();
        if (logins.isEmpty()) {
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
        return logins.get(0).getIdentityId();
    }

    static boolean hasShownSecondFactor(HttpServletRequest request) {
        return request.getSession().getAttribute(SECOND_FACTOR) != null;
    }

    static void secondFactorShown(HttpServletRequest request) {
        request.getSession().setAttribute(SECOND_FACTOR, true);
    }
}
