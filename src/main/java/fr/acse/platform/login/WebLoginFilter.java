package fr.acse.platform.login;

import com.google.re2j.Pattern;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits how fast passwords can be guessed at the login of the web applications. */
@Component
@RequiredArgsConstructor
public class WebLoginFilter extends OncePerRequestFilter {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");

    private final LoginThrottle throttle;
    private final LoginQueue queue;
    private final KnownDevices devices;
    private final LoginBook logins;
    private final WebSession session;
    private final FormTokens tokens = new FormTokens();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !LOGIN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        String login = String.valueOf(request.getParameter("username"));
        try {
            queue.<Void, ServletException, IOException>inTurn(login, () -> {
                logIn(login, request, answer, chain);
                return null;
            });
        } catch (LoginQueue.Full full) {
            Answers.askToRetry(answer);
        }
    }

    private void logIn(String login, HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        String from = devices.isKnown(request, login) ? devices.sender(login) : request.getRemoteAddr();
        if (!throttle.attempt(from, login)) {
            logins.locked(login);
            Answers.refuse(answer, HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
            return;
        }
        RightLogin right = new RightLogin(request, answer, () -> {
            throttle.succeeded(from, login);
            devices.remember(request, answer, login);
            HttpSession begun = request.getSession(false);
            if (begun != null) {
                session.begin(begun);
                tokens.give(begun, request, answer);
            }
        });
        chain.doFilter(request, right);
        if (right.isRight()) {
            logins.taken(login, "web");
        } else if (right.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            logins.refused(login);
        }
    }

    /** Adds the cookies of a login when the password has proved right, before the response is sent. */
    private static class RightLogin extends HttpServletResponseWrapper {

        private final HttpServletRequest request;
        private Runnable onSuccess;

        RightLogin(HttpServletRequest request, HttpServletResponse answer, Runnable onSuccess) {
            super(answer);
            this.request = request;
            this.onSuccess = onSuccess;
        }

        /**
         * Whether the password is right. The engine also answers 403 to a right password if the person may not use the web application.
         * {@code DoorFilter} answers 403 before the password is checked.
         */
        boolean isRight() {
            HttpStatus status = HttpStatus.valueOf(getStatus());
            return Answers.isOpened(request) && (status.is2xxSuccessful() || status == HttpStatus.FORBIDDEN);
        }

        private void decide() {
            if (onSuccess != null && isRight()) {
                onSuccess.run();
            }
            onSuccess = null;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            decide();
            return super.getOutputStream();
        }
    }
}
