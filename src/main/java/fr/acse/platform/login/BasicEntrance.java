package fr.acse.platform.login;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Basic authentication for programs. {@link BasicLogins} has already checked the second factor of a person who needs one. */
public class BasicEntrance implements Entrance {

    @Override
    public Login person(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || !login.isAuthenticated() ? null : new Login(login.getName());
    }

    @Override
    public boolean hasShownSecondFactor(HttpServletRequest request, Login person) {
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

    public static void askForLogin(
            HttpServletRequest request, HttpServletResponse answer, AuthenticationException missing)
            throws IOException {
        if (missing.getCause() instanceof LoginQueue.Full) {
            Answers.askToRetry(answer);
        } else if (missing instanceof LockedException) {
            Answers.refuse(answer, HttpStatus.TOO_MANY_REQUESTS, "tooManyAttempts");
        } else {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"acse-referral\"");
            Answers.refuse(answer, HttpStatus.UNAUTHORIZED, "login");
        }
    }
}
