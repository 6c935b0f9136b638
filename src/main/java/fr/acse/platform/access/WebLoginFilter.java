package fr.acse.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down guessing at the login of the web applications. */
class WebLoginFilter extends OncePerRequestFilter {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+/?");

    private final LoginThrottle throttle;

    WebLoginFilter(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !LOGIN.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws ServletException, IOException {
        String login = String.valueOf(request.getParameter("username"));
        if (!throttle.attempt(request.getRemoteAddr(), login)) {
            Answers.refuse(answer, HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
            return;
        }
        chain.doFilter(request, answer);
        // A right password without a right to the application is answered as forbidden.
        if (answer.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            throttle.succeeded(request.getRemoteAddr(), login);
        }
    }
}
