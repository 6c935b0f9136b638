package fr.acse.platform.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Basic authentication, for programs. {@link BasicLogins} has asked for the second factor where one is needed. */
public class BasicEntrance implements Entrance {

    private final IdentityService identity;

    public BasicEntrance(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public String person(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || !login.isAuthenticated() ? null : login.getName();
    }

    @Override
    public boolean hasShownSecondFactor(HttpServletRequest request, String person) {
        return true;
    }

    @Override
    public boolean isForDeployingOnly(HttpServletRequest request) {
        return SecurityContextHolder.getContext()
                .getAuthentication()
                .getAuthorities()
                .contains(BasicLogins.TO_DEPLOY);
    }

    @Override
    public void askForLogin(HttpServletResponse answer) throws IOException {
        answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"acse-referral\"");
        Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
    }

    @Override
    public void pass(
            String person,
            Set<String> groups,
            FilterChain chain,
            HttpServletRequest request,
            HttpServletResponse answer)
            throws IOException, ServletException {
        identity.setAuthentication(person, List.copyOf(groups));
        try {
            chain.doFilter(request, answer);
        } finally {
            identity.clearAuthentication();
        }
    }

    public static void askForLogin(
            HttpServletRequest request, HttpServletResponse answer, AuthenticationException missing)
            throws IOException {
        if (missing instanceof LockedException) {
            Answers.refuse(answer, HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
        } else {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"acse-referral\"");
            Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
        }
    }
}
