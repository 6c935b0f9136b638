package fr.acse.platform.login;

import fr.acse.codes.Login;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** A way into the application, by which people log in: Basic authentication for programs, a session for browsers. */
public interface Entrance {

    /** Who sends a request, or null if nobody is logged in. */
    Login person(HttpServletRequest request);

    /** Whether a person who has to show a second factor has shown it. */
    boolean hasShownSecondFactor(HttpServletRequest request, Login person);

    /** Whether she may only deploy models, because she logged in with a token. */
    boolean isForDeployingOnly(HttpServletRequest request);

    /** Corrects a stored copy of her groups that differs from those at this request. */
    default void belongsTo(HttpServletRequest request, Set<String> groups) {}

    /** Answers that the sender must log in. */
    void askForLogin(HttpServletResponse answer) throws IOException;
}
